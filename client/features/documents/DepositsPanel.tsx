/** For moderators: words that wait outside their documents, and documents that are full. Nothing while there is neither. */
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { Announcer } from '../../design/Announcer.tsx'
import { Button } from '../../design/Button.tsx'
import { Deferred } from '../../design/Deferred.tsx'
import { Notice } from '../../design/Notice.tsx'
import { SideSection } from '../../design/SideSection.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import styles from './Documents.module.css'
import { useDocumentTitles } from './useDocumentTitles.ts'

const DepositsDialog = lazy(async () => ({ default: (await import('./DepositsDialog.tsx')).DepositsDialog }))

export function DepositsPanel({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('deposits')
  const moderators = useMeeting(session, (snapshot) => snapshot.moderators)
  const titleOf = useDocumentTitles(session)
  const [isOpen, setIsOpen] = useState(false)
  if (!moderators) return null

  const count = Object.keys(moderators.deposits).length
  const filled = Object.keys(moderators.filled) as DocumentName[]
  return (
    <>
      <Announcer>{count > 0 ? t('review.said', { count }) : ''}</Announcer>
      {count > 0 && (
        <div className={styles.panel}>
          <SideSection title={t('review.panel', { count })}>
            <p>{t('review.hint')}</p>
            <Button size="small" onPress={() => setIsOpen(true)}>
              {t('review.open')}
            </Button>
          </SideSection>
        </div>
      )}
      {filled.map((document) => (
        <Notice key={document} tone="warning">
          <p role="status">{t('review.filled', { title: titleOf(document) })}</p>
        </Notice>
      ))}
      {isOpen && (
        <Deferred>
          <DepositsDialog session={session} onClose={() => setIsOpen(false)} />
        </Deferred>
      )}
    </>
  )
}
