/** The streams of an archive, folded as those of a live meeting are: what the meeting is after all that is in it. */
import { meetingEvent, moderatorsEvent, personEvent, roomEvent } from '../../shared/contracts/events.ts'
import { type StreamKind, type StreamName, streamKindOf, streams } from '../../shared/contracts/ids.ts'
import { evolve } from '../../shared/proceedings/evolve.ts'
import { initialState, type MeetingState, type ModeratorsState, type StateOf } from '../../shared/proceedings/state.ts'
import type { ArchivedEvent, ArchivedMeeting } from './archivedMeeting.ts'
import { unsound } from './unsound.ts'

/** Throws the problem of a stream with a hole, of an event in a foreign stream, and of a meeting that never began. */
export function foldedArchive({ meeting: { meetingId }, events }: ArchivedMeeting): {
  meeting: MeetingState
  moderators: ModeratorsState
} {
  const folded = new Map<StreamName, { seq: number; state: StateOf[StreamKind] }>()
  for (const event of events) {
    const { stream, seq } = event
    const kind = streamKindOf(stream)
    const before = folded.get(stream) ?? { seq: 0, state: initialState[kind] }
    if (seq !== before.seq + 1) throw unsound(`the stream ${stream} has a hole before event ${seq}`)
    folded.set(stream, { seq, state: evolved(kind, before.state, event) })
  }
  const meeting = folded.get(streams.meeting(meetingId))?.state as MeetingState | undefined
  if (!meeting || meeting.meetingId !== meetingId || meeting.plenaryId === null) {
    throw unsound('it does not say how the meeting began')
  }
  const moderators = folded.get(streams.moderators(meetingId))?.state as ModeratorsState | undefined
  return { meeting, moderators: moderators ?? initialState.moderators }
}

function evolved(kind: StreamKind, state: StateOf[StreamKind], event: ArchivedEvent): StateOf[StreamKind] {
  const isAtHome = eventsOf[kind].options.some(({ shape }) => shape.type.value === event.type)
  if (!isAtHome) throw unsound(`event ${event.seq} of ${event.stream} does not belong there`)
  return evolve(kind, state, event, event)
}

const eventsOf = { meeting: meetingEvent, room: roomEvent, moderators: moderatorsEvent, person: personEvent }
