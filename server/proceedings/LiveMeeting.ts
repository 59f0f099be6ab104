/**
 * A meeting in memory: the folded state of each of its streams with the names and texts that those states speak of.
 * It changes only by `apply`, with events that are already on disk. Commands on it take turns.
 */
import type { ContentText, PersonCard, StoredEvent } from '../../shared/contracts/events.ts'
import {
  type MeetingId,
  type ParticipantId,
  type RoomId,
  type StreamKind,
  type StreamName,
  streamKindOf,
  streams,
} from '../../shared/contracts/ids.ts'
import type { Snapshot } from '../../shared/contracts/realtime.ts'
import type { NewContent, Proceedings } from '../../shared/proceedings/decision.ts'
import { contentIdsOf, evolve, participantIdsOf } from '../../shared/proceedings/evolve.ts'
import { policiesOf } from '../../shared/proceedings/policies.ts'
import { readableStreams, roleOf } from '../../shared/proceedings/reading.ts'
import { initialState, type MeetingState, type ModeratorsState, type StateOf } from '../../shared/proceedings/state.ts'
import type { MeetingRecord, ParticipantRecord } from './ports.ts'
import { presentAll } from './present.ts'

interface LiveStream {
  kind: StreamKind
  seq: number
  state: StateOf[StreamKind]
}

/** Texts that no state speaks of any more may outnumber the others by this many before they are let go. */
const staleContentAllowed = 500

export class LiveMeeting implements Proceedings {
  readonly meetingId: MeetingId
  readonly #streams = new Map<StreamName, LiveStream>()
  readonly #content = new Map<string, ContentText>()
  readonly #people = new Map<string, PersonCard>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(meetingId: MeetingId, record: MeetingRecord | null) {
    this.meetingId = meetingId
    if (record === null) return
    for (const [id, text] of record.content) this.#content.set(id, text)
    this.apply(record.events, [], record.participants)
  }

  get meeting(): MeetingState {
    return this.#state(streams.meeting(this.meetingId)) as MeetingState
  }

  get moderators(): ModeratorsState {
    return this.#state(streams.moderators(this.meetingId)) as ModeratorsState
  }

  get hasMessages(): boolean {
    return Object.keys(this.meeting.rooms).some((room) => this.seqOf(streams.room(room as RoomId)) > 0)
  }

  get content(): ReadonlyMap<string, ContentText> {
    return this.#content
  }

  get people(): ReadonlyMap<string, PersonCard> {
    return this.#people
  }

  get attribution() {
    return policiesOf(this.meeting).attribution
  }

  roleOf(participantId: ParticipantId) {
    return roleOf(this, participantId)
  }

  readableBy(participantId: ParticipantId): StreamName[] {
    return readableStreams(this, participantId)
  }

  seqOf(stream: StreamName): number {
    return this.#streams.get(stream)?.seq ?? 0
  }

  snapshot(stream: StreamName): Snapshot {
    const kind = streamKindOf(stream)
    const state = this.#state(stream)
    const ids = { content: contentIdsOf(kind, state), people: this.#peopleIn(stream) }
    return { stream, seq: this.seqOf(stream), state, ...presentAll(stream, ids, this) }
  }

  /** Folds what was appended. Events come in the order of their streams and follow what is here without a hole. */
  apply(events: StoredEvent[], content: NewContent[], participants: ParticipantRecord[]): void {
    for (const { contentId, text, language } of content) {
      this.#content.set(contentId, { text, ...(language ? { language } : {}) })
    }
    for (const person of participants) this.#people.set(person.participantId, cardOf(person))
    for (const event of events) {
      const { stream, seq } = event
      if (seq !== this.seqOf(stream) + 1) throw new Error(`${stream} has a hole before ${seq}`)
      const kind = streamKindOf(stream)
      this.#streams.set(stream, { kind, seq, state: evolve(kind, this.#state(stream), event, event) })
    }
    this.#forgetStaleContent()
  }

  /** Runs an action when those before it have ended: one command of a meeting is decided at a time. */
  inTurn<T>(action: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(action, action)
    this.#turn = mine.then(ignore, ignore)
    return mine
  }

  #state(stream: StreamName): StateOf[StreamKind] {
    return this.#streams.get(stream)?.state ?? initialState[streamKindOf(stream)]
  }

  /** Moderators are told of everybody; a person of themselves; a room of those whom its state names. */
  #peopleIn(stream: StreamName): string[] {
    const kind = streamKindOf(stream)
    if (kind === 'moderators') return [...this.#people.keys()]
    if (kind === 'person') return [stream.slice('person/'.length)]
    return participantIdsOf(kind, this.#state(stream) as StateOf[typeof kind])
  }

  #forgetStaleContent(): void {
    const spoken = () => [...this.#streams.values()].flatMap(({ kind, state }) => contentIdsOf(kind, state))
    if (this.#content.size <= staleContentAllowed) return
    const needed = new Set<string>(spoken())
    if (this.#content.size <= needed.size + staleContentAllowed) return
    for (const id of this.#content.keys()) if (!needed.has(id)) this.#content.delete(id)
  }
}

function ignore(): void {
  // The turn's own caller gets its result or error; the next turn only waits for its end.
}

export function cardOf({ name, country, agency }: ParticipantRecord): PersonCard {
  return { name, ...(country ? { country } : {}), ...(agency ? { agency } : {}) }
}
