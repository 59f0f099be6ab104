/**
 * One life of the server: a hub whose every way to the outside is counted, so that it can die at any of them. Once it
 * is dead the hub may go on computing, but nothing of it reaches a wire, a disk or a clock any more.
 */
import type { Clock, Timer } from '../../../server/platform/clock.ts'
import { Hub } from '../../../server/sync/Hub.ts'
import type { DocumentStore, Peer } from '../../../server/sync/ports.ts'
import type { ParticipantId } from '../../../shared/contracts/ids.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { type FakeClock, packing } from '../../support/handDriven.ts'
import { Desk } from './Desk.ts'
import type { Disk } from './Disk.ts'
import type { Tab } from './Tab.ts'
import type { Watch } from './Watch.ts'
import type { Wire } from './Wire.ts'

export class ServerProcess {
  readonly hub: Hub
  readonly desk: Desk
  readonly wires = new Map<Wire, Tab>()
  isAlive = true
  liveDocuments = 0
  /** Updates that were taken to be saved. */
  taken = 0
  readonly #disk: Disk
  readonly #watch: Watch
  readonly #losesSent: () => boolean
  readonly #timers: Timer[] = []
  #unsaved = 0
  #callsLeft = Number.POSITIVE_INFINITY

  /** `losesSent`: whether its death takes with it what its kernel had not yet sent. */
  constructor(disk: Disk, clock: FakeClock, watch: Watch, losesSent: () => boolean) {
    this.#disk = disk
    this.#watch = watch
    this.#losesSent = losesSent
    const ownClock: Clock = {
      now: () => clock.now(),
      after: (ms, action) => clock.after(ms, () => this.isAlive && action()),
      every: (ms, action) => this.#keep(clock.every(ms, () => this.isAlive && action())),
    }
    this.hub = new Hub({
      store: this.#store(),
      clock: ownClock,
      chance: { id: () => `v${clock.now()}` },
      packing,
      report: {
        live: (documents) => {
          this.liveDocuments = documents
        },
        unsaved: (updates) => {
          if (updates > this.#unsaved) this.taken += updates - this.#unsaved
          this.#unsaved = updates
        },
        connected: () => undefined,
        closed: () => undefined,
        limited: () => undefined,
        quarantined: (error) => watch.violate(`PE5: ${error.message}`),
        filled: () => undefined,
        wrote: () => undefined,
        committed: () => undefined,
        failed: () => undefined,
      },
    })
    this.desk = new Desk({ disk, hub: this.hub, watch, clock: ownClock, ask: (name, work) => this.#ask(name, work) })
  }

  get unsaved(): number {
    return this.#unsaved
  }

  /** Dies at its n-th call from now on; 1 is the next. */
  dieAt(call: number): void {
    this.#callsLeft = call - 1
  }

  die(when: string): void {
    this.isAlive = false
    for (const timer of this.#timers) timer.cancel()
    this.#disk.forgetLine()
    this.#watch.count(`crash at ${when}`)
    for (const wire of this.wires.keys()) wire.serverDied(this.#losesSent())
  }

  connect(wire: Wire, tab: Tab, writable: boolean): void {
    this.wires.set(wire, tab)
    wire.serverEnd = this.hub.connect({
      document: tab.document,
      participantId: tab.participant as ParticipantId,
      scope: 'm1',
      writable,
      confirm: tab.plan.confirm,
      clientId: tab.plan.declares ? tab.clientId : undefined,
      peer: this.#peer(wire, tab),
    })
    // It may have died in there.
    if (!this.isAlive) wire.serverEnd = null
  }

  /** It learns that a wire has gone. */
  end(wire: Wire): void {
    if (!this.wires.delete(wire)) return
    wire.endAtServer()
    if (this.isAlive) this.#watch.gone(wire, [...this.wires.keys()])
  }

  #peer(wire: Wire, tab: Tab): Peer {
    return {
      send: (frame) => {
        if (!this.#reaches('send')) return
        this.#watch.sent(tab, wire, frame)
        wire.sendDown(frame)
      },
      close: (code) => {
        if (!this.#reaches('close')) return
        this.#watch.closed(wire, code)
        wire.isOver = true
        wire.sendDown({ closed: code })
        wire.clogged = false
      },
      get backlogBytes() {
        return wire.clogged ? limits.connectionBacklogBytes + 1 : 0
      },
    }
  }

  #store(): DocumentStore {
    return {
      load: (document) => this.#ask('load', () => this.#disk.load(document)),
      segments: () => this.#ask('segments', () => []),
      addVersion: (version) => this.#ask('version', () => void this.#disk.versions.push(version)),
      versions: () => this.#ask('versions', () => []),
      version: () => this.#ask('version', () => null),
      append: (rows) => this.#ask('append', () => this.#disk.append(rows)),
      compact: (compaction) =>
        this.#ask('compact', () => {
          this.#disk.compact(compaction)
          this.#watch.count('compacted')
        }),
    }
  }

  /** Puts a task on the disk. The server can die before it takes effect and after. */
  #ask<T>(name: string, work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      if (!this.#reaches(`${name} asked`)) return
      this.#disk.put({
        work: () => {
          const result = work()
          return () => {
            if (this.#reaches(`${name} done`)) resolve(result)
          }
        },
        refuse: reject,
      })
    })
  }

  #keep(timer: Timer): Timer {
    this.#timers.push(timer)
    return timer
  }

  #reaches(call: string): boolean {
    if (!this.isAlive) return false
    if (this.#callsLeft > 0) {
      this.#callsLeft -= 1
      return true
    }
    this.die(call)
    return false
  }
}
