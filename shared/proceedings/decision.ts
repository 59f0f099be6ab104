/** What `decide` gives: events for one or more streams with the texts beside them, or a refusal with its reason. */
import type { ContentText, DomainEvent } from '../contracts/events.ts'
import { type ContentId, type ParticipantId, type StreamName, streams } from '../contracts/ids.ts'
import type { ProblemCode } from '../contracts/problems.ts'
import type { Language, Role } from '../contracts/terms.ts'
import type { MeetingState, ModeratorsState } from './state.ts'

/** What a decision may look at. */
export interface Proceedings {
  meeting: MeetingState
  moderators: ModeratorsState
  /** Somebody has spoken in one of the rooms. */
  hasMessages: boolean
}

/** Who acts; `role` is null for whoever has no place in the meeting (waiting, removed, a stranger). */
export interface Actor {
  participantId: ParticipantId
  role: Role | null
}

/** Chance comes in from outside: each call gives an identifier that was never given before. */
export interface Ids {
  next<T extends string>(): T
}

export interface NewContent extends ContentText {
  contentId: ContentId
}

export interface Accepted {
  ok: true
  events: { stream: StreamName; event: DomainEvent }[]
  content: NewContent[]
}

export interface Refused {
  ok: false
  code: Extract<ProblemCode, 'forbidden' | 'not-now' | 'conflict' | 'not-found'>
  reason: string
}

export type Decision = Accepted | Refused

export function refuse(code: Refused['code'], reason: string): Refused {
  return { ok: false, code, reason }
}

/** Collects what one decision appends; every text that it is given gets an id and goes beside the events. */
export class Draft {
  readonly #meeting: MeetingState
  readonly #ids: Ids
  readonly #events: Accepted['events'] = []
  readonly #content: NewContent[] = []

  constructor(meeting: MeetingState, ids: Ids) {
    this.#meeting = meeting
    this.#ids = ids
  }

  id<T extends string>(): T {
    return this.#ids.next<T>()
  }

  text(text: string, language?: Language): ContentId {
    const contentId = this.#ids.next<ContentId>()
    this.#content.push({ contentId, text, ...(language ? { language } : {}) })
    return contentId
  }

  append(stream: StreamName, event: DomainEvent): this {
    this.#events.push({ stream, event })
    return this
  }

  toMeeting(event: DomainEvent): this {
    if (this.#meeting.meetingId === null) throw new Error('the meeting has no id yet')
    return this.append(streams.meeting(this.#meeting.meetingId), event)
  }

  toModerators(event: DomainEvent): this {
    if (this.#meeting.meetingId === null) throw new Error('the meeting has no id yet')
    return this.append(streams.moderators(this.#meeting.meetingId), event)
  }

  accepted(): Accepted {
    return { ok: true, events: this.#events, content: this.#content }
  }
}
