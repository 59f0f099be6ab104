/**
 * Who was there on which day of the meeting's own calendar: one row per person and day, written when their first socket
 * of that day arrives. No event: it decides nothing, and three hundred of them each morning would only be read once.
 */
import type { MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import type { Clock } from '../platform/clock.ts'
import type { LiveMeeting } from './LiveMeeting.ts'

/** A day as `2021-12-13`, in the meeting's time zone. */
export interface AttendedDay {
  participantId: ParticipantId
  day: string
}

export interface AttendanceStore {
  /** Writing what is there changes nothing. */
  attend(meetingId: MeetingId, attended: AttendedDay): Promise<void>
  attendanceOf(meetingId: MeetingId): Promise<AttendedDay[]>
}

export class Attendance {
  readonly #store: AttendanceStore
  readonly #clock: Clock
  /** What this process has written: a hall that reconnects asks the database nothing. */
  readonly #written = new Set<string>()

  constructor(ports: { store: AttendanceStore; clock: Clock }) {
    this.#store = ports.store
    this.#clock = ports.clock
  }

  async note({ meetingId, meeting }: Pick<LiveMeeting, 'meetingId' | 'meeting'>, participantId: ParticipantId) {
    const day = localDay(this.#clock.now(), meeting.timezone)
    const key = `${participantId} ${day}`
    if (this.#written.has(key)) return
    this.#written.add(key)
    try {
      await this.#store.attend(meetingId, { participantId, day })
    } catch (error) {
      this.#written.delete(key)
      throw error
    }
  }

  /** Per day who was there; days and people in order. */
  async days(meetingId: MeetingId): Promise<{ day: string; participantIds: ParticipantId[] }[]> {
    const days = new Map<string, ParticipantId[]>()
    for (const { day, participantId } of await this.#store.attendanceOf(meetingId)) {
      days.set(day, [...(days.get(day) ?? []), participantId])
    }
    return [...days]
      .map(([day, participantIds]) => ({ day, participantIds: participantIds.toSorted() }))
      .sort((a, b) => (a.day < b.day ? -1 : 1))
  }
}

function localDay(at: number, timezone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(at)
}
