/** Asks once more before somebody is taken out of the meeting, and says what that does. */
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/contracts/ids.ts'
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx'
import { RefusalDialog } from '../../design/RefusalDialog.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'

export interface RemoveDialogProps {
  session: MeetingSession
  /** Null while nobody is to be removed. */
  person: { id: ParticipantId; name: string } | null
  onClose: () => void
}

export function RemoveDialog({ session, person, onClose }: RemoveDialogProps) {
  const { t } = useTranslation('people')
  const { run, problem, forget } = useCommand(session)
  return (
    <>
      {person && (
        <ConfirmDialog
          title={t('removeTitle', { name: person.name })}
          action={t('removeNow')}
          isOpen
          isDangerous
          onClose={onClose}
          onConfirm={() => void run({ type: 'participant.remove', participantId: person.id })}
        >
          <p>{t('removeExplained')}</p>
        </ConfirmDialog>
      )}
      {problem && <RefusalDialog problem={problem} onClose={forget} />}
    </>
  )
}
