/** Which streams a person may read: the unit of visibility (design: "Streams are the unit of visibility"). */
import { type ParticipantId, type RoomId, type StreamName, streams } from '../contracts/ids.ts'
import type { Role } from '../contracts/terms.ts'
import type { Proceedings } from './decision.ts'
import { standingOf } from './participants.ts'
import { judge } from './policy.ts'
import type { MeetingState } from './state.ts'

export function roleOf({ meeting }: Pick<Proceedings, 'meeting'>, participantId: ParticipantId): Role | null {
  return meeting.members[participantId]?.role ?? null
}

/** The streams that everybody reads who is in. */
export function commonStreams(meeting: MeetingState): StreamName[] {
  if (meeting.meetingId === null) return []
  return [streams.meeting(meeting.meetingId), ...Object.keys(meeting.rooms).map((room) => streams.room(room as RoomId))]
}

/** Whoever waits reads their own stream only; whoever was removed, or never came, reads none. */
export function readableStreams(proceedings: Proceedings, participantId: ParticipantId): StreamName[] {
  const { meeting } = proceedings
  const standing = standingOf(proceedings, participantId)
  if (meeting.meetingId === null || standing === 'removed' || standing === 'stranger') return []
  const readable = [streams.person(participantId)]
  const role = roleOf(proceedings, participantId)
  if (judge('meeting.read', role, meeting.status) === 'allowed') {
    readable.push(...commonStreams(meeting))
  }
  if (judge('moderators.read', role, meeting.status) === 'allowed') {
    readable.push(streams.moderators(meeting.meetingId))
  }
  return readable
}
