/**
 * Looks at everything that the server sends, at the moment at which it sends it: nothing of a document to somebody who
 * may not read it, no confirmation of what is not on the disk, no honest client closed without need.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { decodeFrame } from '../../../server/sync/frames.ts'
import { type CloseCode, closeCodes } from '../../../shared/contracts/closeCodes.ts'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { frameTypes, syncTypes } from '../../../shared/contracts/sync.ts'
import type { Disk } from './Disk.ts'
import type { Tab } from './Tab.ts'
import { Violation } from './Violation.ts'
import type { Wire } from './Wire.ts'

interface Expected {
  name: DocumentName
  clientId: number
  end: number
}

export class Watch {
  /** What happened, and how often: a simulation is worth something only if all of it occurs. */
  readonly happened = new Map<string, number>()
  readonly #disk: Disk
  /** The first thing that must not be. The server's own code would swallow it, so it is thrown after the step. */
  #violation: Violation | null = null

  #expected: Expected[] = []
  /** `client clock` of awareness that came while its connection could not write. */
  readonly #saidByReaders = new Set<string>()

  constructor(disk: Disk) {
    this.#disk = disk
  }

  count(what: string): void {
    this.happened.set(what, (this.happened.get(what) ?? 0) + 1)
  }

  violate(message: string): void {
    this.#violation ??= new Violation(message)
  }

  throwViolation(): void {
    if (this.#violation) throw this.#violation
  }

  sent(tab: Tab, wire: Wire, frame: Uint8Array): void {
    const isOwn = (frame[0] ?? 0) >= frameTypes.saved
    if (wire.right !== 'write' && wire.right !== 'read' && !isOwn)
      this.violate(`AC4: sent a frame to ${tab.participant}, who may not read`)
    wire.isJoined = true
    if (frame[0] === frameTypes.awareness) this.#awareness(tab, wire, frame)
    if (frame[0] !== frameTypes.saved || tab.wire !== wire) return
    this.#saved(tab, decoding.readVarUint(decoding.createDecoder(frame.subarray(1))))
  }

  /** `isTaken`: there were new words in it, and they are to be saved. */
  received(tab: Tab, wire: Wire, frame: Uint8Array, isTaken: boolean): void {
    if (frame[0] === frameTypes.awareness && wire.right !== 'write' && wire.isJoined) this.#keepToReaders(frame)
    if (frame[0] !== frameTypes.sync || frame[1] === syncTypes.step1) return
    if (isTaken && wire.right === 'leaving') this.count('taken while leaving')
    else if (isTaken && wire.right !== 'write')
      this.violate(`AC2: took words of ${tab.participant}, who may ${wire.right}`)
    if (wire.right === 'leaving' && wire.isWhole && !wire.isOver && wire.serverEnd) this.#expect(tab, frame)
    if (frame[1] === syncTypes.step2 && wire.right === 'write') wire.isWhole = true
  }

  /** Words that have to be in their document by now: whoever is leaving is heard to the end. */
  takeExpected(): Expected[] {
    const expected = this.#expected
    this.#expected = []
    return expected
  }

  /** Whoever was told that somebody is here, and is still shown the document, is told at once that they have gone. */
  gone({ clientId }: Wire, others: Wire[]): void {
    // A client that is back on another wire has not gone.
    if (others.some((other) => other.clientId === clientId)) return
    for (const other of others) {
      const isShown = !other.isOver && (other.right === 'write' || other.right === 'read')
      if (isShown && other.told.get(clientId))
        this.violate(`AW5: ${clientId} has gone and ${other.clientId} is not told`)
    }
  }

  closed(wire: Wire, code: CloseCode): void {
    this.count(`closed with ${code}`)
    if (wire.isForger) return
    const isHonest = code === closeCodes.forbidden || code === closeCodes.restarting || code === closeCodes.tooSlow
    if (!isHonest) this.violate(`UP2: closed an honest client with ${code}`)
    if (code === closeCodes.tooSlow && !wire.clogged) this.violate('SL1: closed a client that reads')
  }

  #keepToReaders(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    if (frame.kind !== 'awareness') return
    for (const { clientId, clock } of frame.entries) this.#saidByReaders.add(`${clientId} ${clock}`)
  }

  /** A reader's cursor goes to nobody but back to them. */
  #awareness(tab: Tab, wire: Wire, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    if (frame.kind !== 'awareness') return
    for (const { clientId, clock, json } of frame.entries) {
      wire.told.set(clientId, json !== 'null')
      if (json !== 'null' && clientId !== tab.clientId && this.#saidByReaders.has(`${clientId} ${clock}`))
        this.violate(`AC2: told ${tab.clientId} where ${clientId} is, who only reads`)
    }
  }

  #expect(tab: Tab, bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    const end = 'ends' in frame ? frame.ends.get(tab.clientId) : undefined
    if (end !== undefined) this.#expected.push({ name: tab.document, clientId: tab.clientId, end })
  }

  /** What is confirmed must be durable at that very moment. */
  #saved(tab: Tab, count: number): void {
    this.count('confirmed')
    if (count > tab.sent.length) this.violate(`PE2: confirmed ${count} frames of ${tab.sent.length}`)
    for (const { covers } of tab.sent.slice(tab.confirmed, count)) {
      this.durable(tab.document, covers, `PE2: confirmed to ${tab.clientId} what is not on the disk`)
    }
  }

  /** Everything up to a state vector is on the disk. */
  durable(document: DocumentName, vector: Map<number, number>, otherwise: string): void {
    const { store } = this.#disk.mirror(document)
    for (const [client, clock] of vector) if (Y.getState(store, client) < clock) this.violate(otherwise)
  }
}
