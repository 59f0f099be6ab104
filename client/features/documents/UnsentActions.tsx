/** What a writer can do with words that their document does not take now: hand them in, or save a copy. */
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import * as Y from 'yjs'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { insertedText } from '../../../shared/documents/insertedText.ts'
import { Button } from '../../design/Button.tsx'
import { clock } from '../../lib/time.ts'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import type { DocumentStatus } from '../../session/documentState.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useDocument, useDocumentSnapshot } from '../../session/useDocument.ts'
import { handIn, lateWords } from '../../session/windowDocuments.ts'
import styles from './Documents.module.css'
import { useRescue } from './useRescue.ts'

export interface UnsentActionsProps {
  document: DocumentName
  session: MeetingSession
}

export function UnsentActions({ document, session }: UnsentActionsProps) {
  const opened = useDocument(document, session.seat)
  return opened && <Actions document={opened} session={session} />
}

function Actions({ document, session }: { document: DocumentSession; session: MeetingSession }) {
  const { t } = useTranslation('deposits')
  const { status } = useDocumentSnapshot(document)
  const rescue = useRescue(session)
  const isUnderWay = useSyncExternalStore(lateWords.subscribe, () => lateWords.holds(document))
  if (!isLeftOver(status) || isUnderWay) return null

  return (
    <div className={styles.actions}>
      {status.state === 'readOnly' && status.reason === 'right' && (
        <Button size="small" icon="send" onPress={() => handIn(document, session.seat)}>
          {t('handIn')}
        </Button>
      )}
      <Button
        size="small"
        icon="download"
        onPress={() => {
          const text = insertedText(Y.mergeUpdates([...document.unsent]))
          rescue({ document: document.document, text, at: clock.now() })
        }}
      >
        {t('saveCopy')}
      </Button>
    </div>
  )
}

/** Words that nothing takes for now, or ever. */
function isLeftOver(status: DocumentStatus): boolean {
  switch (status.state) {
    case 'readOnly':
    case 'quarantined':
    case 'refused':
      return status.unsent > 0
    default:
      return false
  }
}
