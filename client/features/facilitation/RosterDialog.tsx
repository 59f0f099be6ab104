/**
 * People from a list: a file or what was copied from a spreadsheet, a look at what would come of each row, then the
 * links. Nothing is made before somebody has seen the rows; the links are shown once, as sheets to print.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvitationAnswer, RosterRow } from '../../../shared/contracts/http.ts'
import { Dialog } from '../../design/Dialog.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { AccessSheets } from './AccessSheets.tsx'
import { RosterMade } from './RosterMade.tsx'
import { RosterPreview } from './RosterPreview.tsx'
import { RosterSource } from './RosterSource.tsx'

type Stage =
  | { is: 'choosing' }
  | { is: 'looking'; list: Blob; rows: RosterRow[] }
  | { is: 'made'; invitations: InvitationAnswer[] }

export function RosterDialog({ session, onClose }: { session: MeetingSession; onClose: () => void }) {
  const { t } = useTranslation('roster')
  const [stage, setStage] = useState<Stage>({ is: 'choosing' })
  const [isPrinting, setIsPrinting] = useState(false)

  // The sheets lie over the dialog and do not take its place: it knows where the focus was before it opened.
  return (
    <Dialog title={t('title')} isOpen onClose={onClose} isWide={stage.is === 'looking'}>
      {stage.is === 'choosing' && (
        <RosterSource
          session={session}
          onRead={(list, rows) => setStage({ is: 'looking', list, rows })}
          onClose={onClose}
        />
      )}
      {stage.is === 'looking' && (
        <RosterPreview
          session={session}
          list={stage.list}
          rows={stage.rows}
          onBack={() => setStage({ is: 'choosing' })}
          onMade={(invitations) => setStage({ is: 'made', invitations })}
        />
      )}
      {stage.is === 'made' && (
        <RosterMade count={stage.invitations.length} onPrint={() => setIsPrinting(true)} onClose={onClose} />
      )}
      {stage.is === 'made' && isPrinting && (
        <AccessSheets session={session} invitations={stage.invitations} onClose={() => setIsPrinting(false)} />
      )}
    </Dialog>
  )
}
