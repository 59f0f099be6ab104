/** Who is connected to a meeting now. Not an event: kept in memory, told as differences, at most once a second. */
import { type MeetingId, type ParticipantId, streams } from '../../shared/contracts/ids.ts'
import type { Presence as PresenceMessage } from '../../shared/contracts/realtime.ts'
import type { Clock } from '../platform/clock.ts'

/** Differences are gathered this long; a hall that reconnects is one message and not three hundred. */
const coalesceMs = 1_000

interface Meeting {
  sockets: Map<ParticipantId, number>
  told: Set<ParticipantId>
  isWaiting: boolean
}

export class Presence {
  readonly #clock: Clock
  readonly #tell: (message: PresenceMessage) => void
  readonly #meetings = new Map<MeetingId, Meeting>()

  constructor(clock: Clock, tell: (message: PresenceMessage) => void) {
    this.#clock = clock
    this.#tell = tell
  }

  arrive(meetingId: MeetingId, participantId: ParticipantId): void {
    this.#change(meetingId, participantId, 1)
  }

  leave(meetingId: MeetingId, participantId: ParticipantId): void {
    this.#change(meetingId, participantId, -1)
  }

  /** All who are there, for somebody who has just come. */
  whole(meetingId: MeetingId): PresenceMessage {
    return { stream: streams.meeting(meetingId), online: [...(this.#meetings.get(meetingId)?.sockets.keys() ?? [])] }
  }

  #change(meetingId: MeetingId, participantId: ParticipantId, by: 1 | -1): void {
    const meeting = this.#meetings.get(meetingId) ?? { sockets: new Map(), told: new Set(), isWaiting: false }
    this.#meetings.set(meetingId, meeting)
    const count = (meeting.sockets.get(participantId) ?? 0) + by
    if (count > 0) meeting.sockets.set(participantId, count)
    else meeting.sockets.delete(participantId)
    if (meeting.isWaiting) return
    meeting.isWaiting = true
    this.#clock.after(coalesceMs, () => this.#flush(meetingId, meeting))
  }

  #flush(meetingId: MeetingId, meeting: Meeting): void {
    meeting.isWaiting = false
    const joined = [...meeting.sockets.keys()].filter((id) => !meeting.told.has(id))
    const left = [...meeting.told].filter((id) => !meeting.sockets.has(id))
    meeting.told = new Set(meeting.sockets.keys())
    if (meeting.sockets.size === 0) this.#meetings.delete(meetingId)
    if (joined.length > 0 || left.length > 0) this.#tell({ stream: streams.meeting(meetingId), joined, left })
  }
}
