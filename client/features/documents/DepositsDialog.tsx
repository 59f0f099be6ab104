/** Words that came late, one after another: who wrote them, for which document, and the decision. Stays live. */
import { useTranslation } from 'react-i18next'
import type { DepositId } from '../../../shared/contracts/ids.ts'
import type { DepositEntry } from '../../../shared/proceedings/state.ts'
import { Button } from '../../design/Button.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { DepositRow } from './DepositRow.tsx'
import styles from './Documents.module.css'

export interface DepositsDialogProps {
  session: MeetingSession
  onClose: () => void
}

export function DepositsDialog({ session, onClose }: DepositsDialogProps) {
  const { t } = useTranslation('deposits')
  const { t: common } = useTranslation()
  const sayProblem = useProblemWords()
  const waiting = useMeeting(session, (snapshot) => snapshot.moderators?.deposits ?? none)
  const { run, problem } = useCommand(session)
  const rows = Object.entries(waiting) as [DepositId, DepositEntry][]
  return (
    <Dialog title={t('review.title')} isOpen onClose={onClose}>
      <p>{t('review.explained')}</p>
      {rows.length === 0 ? (
        <p role="status">{t('review.empty')}</p>
      ) : (
        <>
          <p>{t('review.effects')}</p>
          <ul className={styles.rows}>
            {rows.map(([depositId, entry]) => (
              <DepositRow key={depositId} depositId={depositId} entry={entry} session={session} run={run} />
            ))}
          </ul>
        </>
      )}
      <DialogActions told={problem && <Notice tone="danger">{sayProblem(problem)}</Notice>}>
        <Button onPress={onClose}>{common('close')}</Button>
      </DialogActions>
    </Dialog>
  )
}

const none: Readonly<Record<DepositId, DepositEntry>> = {}
