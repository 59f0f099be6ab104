/**
 * People who type into shared documents, and a reckoning of every edit at every receiver. An edit is one inserted
 * character, known by (client id, clock): a server may merge updates or batch frames and is still counted edit by edit.
 * Latency runs from the send to the moment when the receiver's socket gives it; a writer's own echo does not count.
 */
import { create, real53, uint32 } from 'lib0/prng'
import type { Client } from './Client.ts'
import { Histogram } from './Histogram.ts'
import { EditStream, firstClientId } from './history.ts'
import { clientFrame } from './RawSocket.ts'
import { readUpdate } from './updates.ts'
import { holdsWithin, pause } from './waiting.ts'

export interface Writing {
  client: Client
  room: number
  stream: EditStream
  frames: Buffer[]
  /** When each edit went out. */
  sentAt: number[]
  /** How many receivers an edit has. */
  receivers: number
}

export class EditTraffic {
  readonly rooms: Client[][]
  readonly writings: Writing[] = []
  /** For each receiver and writer, how many of the writer's edits it has. */
  readonly #seen: Int32Array
  #receiver: Client | null = null
  #now = 0
  #measureFrom = Number.POSITIVE_INFINITY
  latency = new Histogram()
  sent = 0
  delivered = 0
  expected = 0
  /** Edits that a receiver got a later one without. */
  gaps = 0

  constructor(rooms: Client[][], writersPerRoom: number) {
    this.rooms = rooms
    rooms.forEach((clients, room) => {
      for (const client of clients.filter(({ isReading }) => isReading).slice(0, writersPerRoom)) {
        const stream = new EditStream(this.writings.length)
        const receivers = clients.filter((other) => other !== client && other.isReading).length
        this.writings.push({ client, room, stream, frames: [], sentAt: [], receivers })
      }
    })
    this.#seen = new Int32Array(this.writings.length * rooms.flat().length)
  }

  /** To be called with everything that a client is sent. */
  readonly receive = (client: Client, bytes: Buffer, start: number, end: number): void => {
    this.#receiver = client
    this.#now = performance.now()
    readUpdate(bytes, start, end, this.#count)
  }

  readonly #count = (clientId: number, from: number, to: number): void => {
    const slot = clientId - firstClientId
    const writing = this.writings[slot]
    const receiver = this.#receiver
    if (!writing || !receiver?.isReading || writing.client === receiver) return
    const place = receiver.index * this.writings.length + slot
    const had = this.#seen[place] ?? 0
    if (to <= had) return
    if (from > had) this.gaps += from - had
    for (let clock = Math.max(from, had); clock < to; clock++) {
      this.delivered += 1
      const sentAt = writing.sentAt[clock] ?? 0
      if (sentAt >= this.#measureFrom) this.latency.add(this.#now - sentAt)
    }
    this.#seen[place] = to
  }

  /** Latencies count from the next edit on, in a histogram of their own. */
  measure(): void {
    this.latency = new Histogram()
    this.#measureFrom = performance.now()
  }

  stopMeasuring(): void {
    this.#measureFrom = Number.POSITIVE_INFINITY
  }

  /** Sends at random moments (Poisson), so many edits in a second over all writers. Gives how late the load was. */
  async write(perSecond: number, seconds: number, seed: number): Promise<Histogram> {
    const chance = create(seed)
    const order = this.#prepare(Math.ceil(perSecond * seconds * 1.2) + 100, chance)
    const lag = new Histogram()
    const endsAt = performance.now() + seconds * 1_000
    let due = performance.now()
    while (performance.now() < endsAt && order.length > 0) {
      for (const now = performance.now(); due <= now && due < endsAt; ) {
        const writing = order.pop()
        if (!writing) break
        lag.add(performance.now() - due)
        this.#send(writing)
        due += (-Math.log(1 - real53(chance)) * 1_000) / perSecond
      }
      await pause(1)
    }
    return lag
  }

  /** Whether every edit has reached every receiver in time. */
  async drained(deadlineMs: number): Promise<boolean> {
    const readers = this.rooms.flat().filter(({ isReading }) => isReading)
    await holdsWithin(deadlineMs, () => this.delivered >= this.expected || readers.some(({ error }) => error !== null))
    return this.delivered >= this.expected
  }

  /** The edits that were sent into a room. */
  sentInto(room: number): Uint8Array[] {
    return this.writings.filter((writing) => writing.room === room).flatMap(sentBy)
  }

  /** Chooses who sends when and makes the frames, so that nothing but writing is left for the measured time. */
  #prepare(count: number, chance: ReturnType<typeof create>): Writing[] {
    const order: Writing[] = []
    for (let edit = 0; edit < count; edit++) {
      const writing = this.writings[uint32(chance, 0, this.writings.length - 1)]
      if (writing) order.push(writing)
    }
    const counts = new Map<Writing, number>()
    for (const writing of order) counts.set(writing, (counts.get(writing) ?? 0) + 1)
    for (const [{ stream, sentAt, frames, client }, more] of counts) {
      stream.reach(sentAt.length + more)
      for (const update of stream.updates.slice(frames.length)) frames.push(clientFrame(client.writer.update(update)))
    }
    return order
  }

  #send({ client, frames, sentAt, receivers }: Writing): void {
    const frame = frames[sentAt.length]
    if (!frame) return
    sentAt.push(performance.now())
    client.sendUpdate(frame)
    this.sent += 1
    this.expected += receivers
  }
}

/** What one writer has sent so far. */
export function sentBy({ stream, sentAt }: Writing): Uint8Array[] {
  return stream.updates.slice(0, sentAt.length)
}
