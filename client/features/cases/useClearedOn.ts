/** The day on which a case was cleared, in the meeting's time zone; null before. */
import type { CaseEntry } from '../../../shared/proceedings/state.ts'
import { dayOf } from '../../i18n/dates.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'

export function useClearedOn(meetingSession: MeetingSession, { clearedAt }: CaseEntry): string | null {
  const timezone = useMeeting(meetingSession, ({ meeting }) => meeting?.timezone ?? 'UTC')
  return clearedAt === null ? null : dayOf(clearedAt, timezone)
}
