/** How a meeting begins: its streams, its plenary, what its template brings, and its first organizer. */
import { type BoardId, type MeetingId, type ParticipantId, type RoomId, streams } from '../contracts/ids.ts'
import type { CardKind, Language, MeetingTemplate } from '../contracts/terms.ts'
import { type Accepted, Draft, type Ids } from './decision.ts'
import { initialState } from './state.ts'

export interface Creation {
  meetingId: MeetingId
  organizerId: ParticipantId
  code: string
  title: string
  place?: string | undefined
  template: MeetingTemplate
  languages: Language[]
  timezone: string
  startsOn: string
  endsOn: string
  /** What the template brings; their titles are in the meeting's first language. */
  boards: readonly { title: string; columns: readonly CardKind[] }[]
}

export function decideCreation(creation: Creation, ids: Ids): Accepted {
  const { meetingId, organizerId, template, boards } = creation
  const draft = new Draft({ ...initialState.meeting, meetingId }, ids)
  const roomId = draft.id<RoomId>()
  draft
    .toMeeting({
      type: 'meeting.created',
      meetingId,
      template,
      languages: creation.languages,
      timezone: creation.timezone,
      startsOn: creation.startsOn,
      endsOn: creation.endsOn,
      titleId: draft.text(creation.title),
      ...(creation.place !== undefined ? { placeId: draft.text(creation.place) } : {}),
    })
    .toMeeting({ type: 'room.created', roomId, kind: 'plenary' })
    .toModerators({ type: 'code.issued', code: creation.code })
  for (const { title, columns } of boards) {
    const boardId = draft.id<BoardId>()
    const titleId = draft.text(title, creation.languages[0])
    draft.toMeeting({ type: 'board.created', boardId, roomId, titleId, columns: [...columns] })
  }
  return draft
    .toMeeting({ type: 'participant.joined', participantId: organizerId, role: 'organizer' })
    .append(streams.person(organizerId), { type: 'seat.admitted', meetingId, role: 'organizer' })
    .accepted()
}
