/** What a surface is called, in the bar and in the browser's tab. */
import { useTranslation } from 'react-i18next'
import type { BoardId, CaseId } from '../../../shared/contracts/ids.ts'
import type { Surface } from '../../lib/paths.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import type { MeetingSnapshot } from '../../session/meetingSnapshot.ts'
import { useContent, useMeeting } from '../../session/useMeeting.ts'

export function useSurfaceTitle(session: MeetingSession, surface: Surface): string {
  const { t } = useTranslation('room')
  const title = useContent(
    session,
    useMeeting(session, (snapshot) => titleIdOf(snapshot, surface)),
  )
  return surface.kind === 'plenary' ? t('plenary') : (title?.text ?? t('surfaceGone'))
}

function titleIdOf({ meeting }: MeetingSnapshot, surface: Surface): string | undefined {
  if (surface.kind === 'case') return meeting?.cases[surface.caseId as CaseId]?.titleId
  if (surface.kind === 'board') return meeting?.boards[surface.boardId as BoardId]?.titleId
  return undefined
}
