/**
 * A seat's live view of its meeting: owns the one socket, folds its streams, holds what was joined to them, and sends
 * commands. A plain object (subscribe / getSnapshot / dispose); React reads it through useMeeting.ts. It knows no
 * words: what a state or a refusal means to a reader is said by the features.
 *
 * 1. A snapshot that was handed out never changes.
 * 2. `ended` is final: no message and no connection changes it.
 * 3. A command is answered exactly once, by the server or, when there can be no answer, by a refusal made here.
 */
import type { Command } from '../../shared/contracts/commands.ts'
import type { Joined, StoredEvent } from '../../shared/contracts/events.ts'
import type { MessagesPage } from '../../shared/contracts/http.ts'
import {
  type MeetingId,
  type ParticipantId,
  type RoomId,
  type StreamKind,
  type StreamName,
  streamKindOf,
  streamName,
  streams,
} from '../../shared/contracts/ids.ts'
import type { Problem } from '../../shared/contracts/problems.ts'
import { type CommandAck, lobbyPlace, presence, snapshot } from '../../shared/contracts/realtime.ts'
import type { MeetingState, ModeratorsState, PersonState, RoomState, StateOf } from '../../shared/proceedings/state.ts'
import { offlineProblem } from '../lib/offlineProblem.ts'
import { JoinedPeople } from './joinedPeople.ts'
import { type Connection, type Ending, initialSnapshot, type MeetingSnapshot } from './meetingSnapshot.ts'
import type { MeetingSocket, OpenMeetingSocket } from './meetingSocket.ts'
import { appendToLog, emptyLog, type MessageLog, prependToLog, readMessage, resetLog } from './messageLog.ts'
import { Outbox } from './Outbox.ts'
import { emptyFold, type Folded, hasGap, type StreamFold, takeEvent, takeSnapshot } from './streamFold.ts'
import { parseEvent } from './wire.ts'

export interface MeetingSessionOptions {
  meetingId: MeetingId
  seat: ParticipantId
  openSocket: OpenMeetingSocket
  fetchMessages: (roomId: RoomId, before: number) => Promise<MessagesPage>
}

export class MeetingSession {
  readonly meetingId: MeetingId
  readonly seat: ParticipantId
  readonly #fetchMessages: MeetingSessionOptions['fetchMessages']
  readonly #socket: MeetingSocket
  readonly #outbox: Outbox
  readonly #folds = new Map<StreamName, StreamFold>()
  /** Streams of which missing events were asked for and have not come. */
  readonly #resuming = new Set<StreamName>()
  readonly #listeners = new Set<() => void>()
  readonly #people = new JoinedPeople()
  #snapshot: MeetingSnapshot = initialSnapshot

  constructor({ meetingId, seat, openSocket, fetchMessages }: MeetingSessionOptions) {
    this.meetingId = meetingId
    this.seat = seat
    this.#fetchMessages = fetchMessages
    this.#outbox = new Outbox((command, answer) => this.#socket.command(command, answer))
    this.#socket = openSocket({
      connected: () => this.#handleConnected(),
      lost: () => this.#setConnection({ status: 'reconnecting' }),
      refused: (problem) => this.#end('refused', problem),
      snapshot: (raw) => this.#handleSnapshot(raw),
      event: (raw) => this.#handleEvent(raw),
      presence: (raw) => this.#handlePresence(raw),
      lobby: (raw) => this.#handleLobby(raw),
      left: (raw) => this.#handleLeft(raw),
    })
  }

  getSnapshot = (): MeetingSnapshot => this.#snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The name of a person as this reader may see it; null when it is unknown or hidden. */
  nameOf(participantId: string): string | null {
    return this.#snapshot.people[participantId]?.name ?? null
  }

  /** Sends a command; offline it is refused here with `offlineProblem`. Lost on the way, it is sent again. */
  command(command: Command): Promise<CommandAck> {
    if (this.#snapshot.connection.status !== 'live') return Promise.resolve({ ok: false, problem: offlineProblem })
    return this.#outbox.post(command)
  }

  /** Brings the page of messages before those that are here. Rejects as `api` does. */
  async loadOlderMessages(roomId: RoomId): Promise<void> {
    const first = this.#snapshot.logs[roomId]?.messages[0]
    if (!first) return
    const page = await this.#fetchMessages(roomId, first.seq)
    const log = this.#snapshot.logs[roomId] ?? emptyLog
    this.#publish({
      people: this.#people.add(streams.room(roomId), page.people),
      logs: { ...this.#snapshot.logs, [roomId]: prependToLog(log, page, first.seq) },
    })
  }

  dispose(): void {
    this.#listeners.clear()
    this.#outbox.fail(offlineProblem)
    this.#socket.dispose()
  }

  #handleConnected(): void {
    this.#resuming.clear()
    this.#setConnection({ status: 'live' })
    this.#outbox.repeat()
  }

  #handleSnapshot(raw: unknown): void {
    const parsed = snapshot.safeParse(raw)
    if (!parsed.success || !isRecord(parsed.data.state)) {
      this.#publish({ isDamaged: true })
      return
    }
    const { stream, seq, state, content, people } = parsed.data
    this.#join(content, this.#people.replace(stream, people))
    const fold = this.#folds.get(stream) ?? emptyFold(streamKindOf(stream))
    // The state is what our own `evolve` folded on the server; its fields have no schema of their own.
    const folded = takeSnapshot(fold, seq, state as unknown as StateOf[StreamKind])
    if (fold.kind === 'room') this.#resetLog(stream, state as unknown as RoomState)
    this.#take(stream, folded)
  }

  #handleEvent(raw: unknown): void {
    const parsed = parseEvent(raw)
    if (parsed.kind === 'malformed') this.#publish({ isDamaged: true })
    if (parsed.stream === undefined || parsed.seq === undefined) return
    const { stream, seq } = parsed
    if (parsed.kind === 'known') this.#join(parsed.joined.content, this.#people.add(stream, parsed.joined.people ?? {}))
    const event = parsed.kind === 'known' ? parsed.event : null
    const fold = this.#folds.get(stream) ?? emptyFold(streamKindOf(stream))
    this.#take(stream, takeEvent(fold, { seq, event }))
  }

  #take(stream: StreamName, { fold, news }: Folded<StreamKind>): void {
    this.#folds.set(stream, fold)
    this.#askForGap(stream, fold)
    const state = fold.seq === null ? null : fold.state
    if (fold.kind === 'meeting') this.#publish({ meeting: state as MeetingState | null })
    if (fold.kind === 'moderators') this.#publish({ moderators: state as ModeratorsState | null })
    if (fold.kind === 'person') this.#takePerson(fold.state as PersonState)
    if (fold.kind === 'room') this.#appendToLog(stream, news)
  }

  #takePerson(person: PersonState): void {
    const isAtDoor = this.#snapshot.person.status === 'waiting'
    this.#publish({ person })
    if (person.status === 'removed') this.#end(isAtDoor ? 'turnedAway' : 'removed', offlineProblem)
  }

  #askForGap(stream: StreamName, fold: StreamFold): void {
    if (!hasGap(fold) || fold.seq === null) {
      this.#resuming.delete(stream)
      return
    }
    if (this.#resuming.has(stream)) return
    this.#resuming.add(stream)
    this.#socket.resume({ stream, after: fold.seq }, () => {
      // Answered: if the gap is still open, the next event of the stream asks again.
      this.#resuming.delete(stream)
    })
  }

  #handlePresence(raw: unknown): void {
    const parsed = presence.safeParse(raw)
    if (!parsed.success) return
    const { online, joined: came = [], left = [] } = parsed.data
    const next = new Set(online ?? this.#snapshot.online)
    for (const id of came) next.add(id)
    for (const id of left) next.delete(id)
    this.#publish({ online: next })
  }

  #handleLobby(raw: unknown): void {
    const parsed = lobbyPlace.safeParse(raw)
    if (parsed.success) this.#publish({ lobbyAhead: parsed.data.ahead })
  }

  /** The seat may no longer read a stream: what it said is taken from the screen. */
  #handleLeft(raw: unknown): void {
    const stream = isRecord(raw) ? streamName.safeParse(raw.stream) : null
    if (!stream?.success) return
    this.#folds.delete(stream.data)
    this.#publish({ people: this.#people.forget(stream.data) })
    const kind = streamKindOf(stream.data)
    if (kind === 'meeting') this.#publish({ meeting: null })
    if (kind === 'moderators') this.#publish({ moderators: null })
    if (kind === 'room') this.#setLog(roomOf(stream.data), emptyLog)
  }

  #resetLog(stream: StreamName, room: RoomState): void {
    const roomId = roomOf(stream)
    this.#setLog(roomId, resetLog(this.#snapshot.logs[roomId] ?? emptyLog, room, this.#snapshot.content))
  }

  #appendToLog(stream: StreamName, news: readonly StoredEvent[]): void {
    const roomId = roomOf(stream)
    let log = this.#snapshot.logs[roomId] ?? emptyLog
    for (const event of news) {
      if (event.type === 'message.posted') log = appendToLog(log, readMessage(event, this.#snapshot.content))
    }
    this.#setLog(roomId, log)
  }

  #setLog(roomId: RoomId, log: MessageLog): void {
    this.#publish({ logs: { ...this.#snapshot.logs, [roomId]: log } })
  }

  /** Listeners hear of it with the state that follows: what is joined says nothing by itself. */
  #join(content: Joined['content'] | undefined, people: Joined['people']): void {
    this.#snapshot = { ...this.#snapshot, people, content: { ...this.#snapshot.content, ...content } }
  }

  #end(reason: Ending, problem: Problem): void {
    this.#setConnection({ status: 'ended', reason })
    this.#outbox.fail(problem)
    this.#socket.dispose()
  }

  #setConnection(connection: Connection): void {
    if (this.#snapshot.connection.status === 'ended') return
    const isOnline = connection.status === 'live'
    this.#publish({ connection, ...(isOnline ? {} : { online: new Set<string>() }) })
  }

  #publish(change: Partial<MeetingSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of [...this.#listeners]) listener()
  }
}

function roomOf(stream: StreamName): RoomId {
  return stream.slice('room/'.length) as RoomId
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
