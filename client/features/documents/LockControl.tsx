/** Moderators close a document to writing, and open it again. Everybody reads of it in the document's state. */
import { useTranslation } from 'react-i18next'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { Button } from '../../design/Button.tsx'
import { RefusalDialog } from '../../design/RefusalDialog.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting, useVerdict } from '../../session/useMeeting.ts'

export interface LockControlProps {
  document: DocumentName
  session: MeetingSession
}

export function LockControl({ document, session }: LockControlProps) {
  const { t } = useTranslation('deposits')
  const isLocked = useMeeting(session, ({ meeting }) => meeting?.locked[document] ?? false)
  const isAllowed = useVerdict(session, isLocked ? 'document.unlock' : 'document.lock') === 'allowed'
  const { run, isPending, problem, forget } = useCommand(session)
  if (!isAllowed) return null
  return (
    <>
      <Button
        size="small"
        variant={isLocked ? 'plain' : 'quiet'}
        icon="lock"
        aria-label={t(isLocked ? 'unlockHint' : 'lockHint')}
        isDisabled={isPending}
        onPress={() => void run({ type: isLocked ? 'document.unlock' : 'document.lock', document })}
      >
        {t(isLocked ? 'unlock' : 'lock')}
      </Button>
      {problem && <RefusalDialog problem={problem} onClose={forget} />}
    </>
  )
}
