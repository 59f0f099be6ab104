/**
 * One simulated participant: a socket that says what a client of its protocol says, and tells its task what comes in.
 * It keeps no document. For a sample of clients everything that came is kept, to be put together afterwards.
 */
import { type Framing, type Message, readMessage, type Writer, writerFor } from './frames.ts'
import type { Seat } from './Job.ts'
import { clientFrame, RawSocket } from './RawSocket.ts'
import { holdsWithin } from './waiting.ts'

export interface ClientEvents {
  /** Content of a sync step 2 or update; the bytes are only good until the call returns. */
  update?(client: Client, bytes: Buffer, start: number, end: number): void
  awareness?(client: Client, bytes: Buffer, start: number): void
}

/** What a client has when it connects: nothing, or a copy from before. */
export interface Copy {
  stateVector: Uint8Array
  /** What to answer when the server asks, given its state vector. */
  answer(serverStateVector: Uint8Array): Uint8Array
}

const emptyUpdate = Buffer.from([0, 0])
const nothing: Copy = { stateVector: Buffer.from([0]), answer: () => emptyUpdate }

/** Used for each message in turn: nothing of it is kept. */
const message: Message = { kind: 'other', start: 0, end: 0, count: 0 }

export class Client {
  readonly index: number
  readonly writer: Writer
  readonly #framing: Framing
  readonly #events: ClientEvents
  readonly #copy: Copy
  readonly #socket: RawSocket
  readonly #startedAt = performance.now()
  /** When each step 2 or update went out, for what the server confirms by counting them. */
  readonly #sentAt: number[] = []
  #confirmed = 0
  #isEnding = false
  #isReading = true
  /** Everything received, when this client is one of the sample. */
  kept: Uint8Array[] | null = null
  /** Milliseconds from the connection to the first sync step 2. */
  syncedAfterMs: number | null = null
  firstAnswerBytes = 0
  error: string | null = null
  /** Hears how long the server took to confirm each frame. */
  onConfirmed: (ms: number) => void = () => undefined

  constructor(framing: Framing, seat: Seat, index: number, events: ClientEvents = {}, copy: Copy = nothing) {
    this.index = index
    this.writer = writerFor(framing, seat.document, seat.token)
    this.#framing = framing
    this.#events = events
    this.#copy = copy
    this.#socket = new RawSocket(seat, {
      opened: () => {
        for (const payload of this.writer.greeting) this.#socket.write(clientFrame(payload))
        this.askAgain()
      },
      message: (bytes, start, end) => this.#receive(bytes, start, end),
      closed: (why) => {
        if (!this.#isEnding) this.error ??= why
      },
    })
  }

  get isSynced(): boolean {
    return this.syncedAfterMs !== null
  }

  get isReading(): boolean {
    return this.#isReading
  }

  get bytesIn(): number {
    return this.#socket.bytesIn
  }

  get unsentBytes(): number {
    return this.#socket.unsentBytes
  }

  get unconfirmed(): number {
    return this.#sentAt.length - this.#confirmed
  }

  /** Asks for what it lacks; `isSynced` is false until the answer. */
  askAgain(): void {
    this.syncedAfterMs = null
    this.#socket.write(clientFrame(this.writer.step1(this.#copy.stateVector)))
  }

  /** A frame that holds a step 2 or an update, made before the clock ran. */
  sendUpdate(frame: Buffer): void {
    this.#sentAt.push(performance.now())
    this.#socket.write(frame)
  }

  sendAwareness(frame: Buffer): void {
    this.#socket.write(frame)
  }

  stopReading(): void {
    this.#isReading = false
    this.#socket.stopReading()
  }

  end(): void {
    this.#isEnding = true
    this.#socket.end()
  }

  #receive(bytes: Buffer, start: number, end: number): void {
    readMessage(bytes, start, end, this.#framing, message)
    const { kind } = message
    if (kind === 'update' || kind === 'step2') this.#take(bytes)
    else if (kind === 'awareness') this.#events.awareness?.(this, bytes, message.start)
    else if (kind === 'saved') this.#hearConfirmed(message.count)
    else if (kind === 'step1') {
      const update = this.#copy.answer(bytes.subarray(message.start, message.end))
      this.sendUpdate(clientFrame(this.writer.step2(update)))
    }
  }

  #take(bytes: Buffer): void {
    const { kind, start, end } = message
    this.kept?.push(Uint8Array.prototype.slice.call(bytes, start, end))
    if (kind === 'step2' && !this.isSynced) {
      this.syncedAfterMs = performance.now() - this.#startedAt
      this.firstAnswerBytes = end - start
    }
    this.#events.update?.(this, bytes, start, end)
  }

  #hearConfirmed(count: number): void {
    const now = performance.now()
    for (; this.#confirmed < count; this.#confirmed++) this.onConfirmed(now - (this.#sentAt[this.#confirmed] ?? now))
  }
}

/** Connections that are begun at once; a hall that fills, not a storm. */
const connectedAtOnce = 40
const syncDeadlineMs = 20_000

/** Connects one after the other and waits until each has its document. @throws when one does not get it */
export async function connectAll(framing: Framing, seats: Seat[], events: ClientEvents = {}): Promise<Client[]> {
  const clients: Client[] = []
  for (let from = 0; from < seats.length; from += connectedAtOnce) {
    const batch = seats
      .slice(from, from + connectedAtOnce)
      .map((seat, offset) => new Client(framing, seat, from + offset, events))
    clients.push(...batch)
    await holdsWithin(syncDeadlineMs, () => batch.every(({ isSynced, error }) => isSynced || error !== null), 2)
  }
  const missing = clients.filter(({ isSynced }) => !isSynced)
  if (missing.length > 0) throw new Error(`${missing.length} clients did not sync: ${missing[0]?.error ?? 'no answer'}`)
  return clients
}

export function problemsOf(clients: Client[]): string[] {
  return [...new Set(clients.map(({ error }) => error))].filter((error) => error !== null).slice(0, 3)
}
