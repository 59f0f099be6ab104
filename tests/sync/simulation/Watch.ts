/**
 * Looks at everything that the server sends, at the moment at which it sends it: nothing of a document to somebody who
 * may not read it, no confirmation of what is not on the disk, no honest client closed without need.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { type CloseCode, closeCodes } from '../../../shared/contracts/closeCodes.ts'
import { frameTypes } from '../../../shared/contracts/sync.ts'
import type { Disk } from './Disk.ts'
import type { Tab } from './Tab.ts'
import { Violation } from './Violation.ts'
import type { Wire } from './Wire.ts'

export class Watch {
  /** What happened, and how often: a simulation is worth something only if all of it occurs. */
  readonly happened = new Map<string, number>()
  readonly #disk: Disk
  /** The first thing that must not be. The server's own code would swallow it, so it is thrown after the step. */
  #violation: Violation | null = null

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
    if (frame[0] !== frameTypes.saved || tab.wire !== wire) return
    this.#saved(tab, decoding.readVarUint(decoding.createDecoder(frame.subarray(1))))
  }

  closed(wire: Wire, code: CloseCode): void {
    this.count(`closed with ${code}`)
    const isHonest = code === closeCodes.forbidden || code === closeCodes.restarting || code === closeCodes.tooSlow
    if (!isHonest) this.violate(`UP2: closed an honest client with ${code}`)
    if (code === closeCodes.tooSlow && !wire.clogged) this.violate('SL1: closed a client that reads')
  }

  /** What is confirmed must be durable at that very moment. */
  #saved(tab: Tab, count: number): void {
    this.count('confirmed')
    if (count > tab.sent.length) this.violate(`PE2: confirmed ${count} frames of ${tab.sent.length}`)
    const durable = Y.decodeStateVector(Y.encodeStateVector(this.#disk.mirror(tab.document)))
    for (const { covers } of tab.sent.slice(tab.confirmed, count)) {
      for (const [client, clock] of covers) {
        if ((durable.get(client) ?? 0) < clock)
          this.violate(`PE2: confirmed to ${tab.clientId} what is not on the disk`)
      }
    }
  }
}
