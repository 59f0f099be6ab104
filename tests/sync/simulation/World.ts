/**
 * Everything in one run: tabs, wires, the server's lives, the disk and the clock, and what can be done to them. It
 * decides nothing: steps.ts does what a script says, verdict.ts says what has to hold at the end.
 */
import * as Y from 'yjs'
import type { Hub } from '../../../server/sync/Hub.ts'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import type { DocumentAccess } from '../../../shared/proceedings/policy.ts'
import { FakeClock, settle } from '../../support/handDriven.ts'
import { Disk } from './Disk.ts'
import { writeEarlier } from './earlierDays.ts'
import { Ledger } from './Ledger.ts'
import { ServerProcess } from './ServerProcess.ts'
import { documentNames, type Noticed, type Script } from './script.ts'
import { Tab } from './Tab.ts'
import { Violation } from './Violation.ts'
import { Watch } from './Watch.ts'
import { Wire } from './Wire.ts'

/** A stock client that hears nothing for so long connects anew. */
const silenceMs = 30_000
/** The endpoint pings every 20 s and ends a socket that did not answer the last: this is the longest it takes. */
const pingFindsMs = 40_000
/** Awareness is renewed at half of its life. */
const renewMs = 15_000
/** Time passes in slices, so that renewals, silence and pings are seen in their order. */
const sliceMs = 5_000
/** Far more than a question, an answer and what follows from it. */
const manyRounds = 100

export class World {
  readonly clock = new FakeClock()
  readonly disk = new Disk()
  readonly ledger = new Ledger()
  readonly watch: Watch
  readonly tabs: Tab[]
  readonly access: DocumentAccess[][]
  /** `participant document` of all who could write at some time. */
  readonly everWriters = new Set<string>()
  /** Whose page each client id is or was. */
  readonly owners = new Map<number, string>()
  server: ServerProcess
  #lastClientId = 100
  #losesSent = false
  #renewedAt: number

  constructor(script: Script) {
    this.access = script.access.map((row) => [...row])
    this.watch = new Watch(this.disk)
    this.tabs = script.tabs.map((plan) => new Tab(plan, this.#newClientId(), this.ledger))
    for (const tab of this.tabs) this.owners.set(tab.clientId, tab.participant)
    for (const [index, name] of documentNames.entries()) {
      const clientId = this.#newClientId()
      this.owners.set(clientId, 'earlier')
      writeEarlier(this.disk, this.ledger, name, clientId, script.earlierRows[index] ?? 0)
    }
    this.#renewedAt = this.clock.now()
    this.server = this.#start()
  }

  accessOf(tab: Tab): DocumentAccess {
    return this.access[tab.plan.person]?.[tab.plan.document] ?? 'none'
  }

  /** Lets everything that is ready happen; a server that died is started anew. */
  async settle(): Promise<void> {
    for (;;) {
      await settle()
      if (!this.server.isAlive) {
        this.server = this.#start()
        // What it had heard and not saved died with it.
        this.watch.takeExpected()
      } else if (this.disk.mode === 'held') break
      else if (!this.disk.next(this.disk.mode === 'failing' ? 'failed' : 'done')) break
    }
    for (const { name, clientId, end } of this.watch.takeExpected()) {
      const live = await this.server.hub.read(name)
      if (Y.getState(live.store, clientId) < end) this.watch.violate(`AC4: lost what ${clientId} wrote before leaving`)
    }
    this.watch.throwViolation()
  }

  /** A document as the server has it now. */
  async read(name: DocumentName): Promise<Y.Doc> {
    const reading = this.server.hub.read(name)
    await this.settle()
    return reading
  }

  /** Who wrote which stretches of a document, as the server says. */
  async authorsOf(name: DocumentName): Promise<Awaited<ReturnType<Hub['authors']>>> {
    const reading = this.server.hub.authors(name)
    await this.settle()
    return reading
  }

  open(tab: Tab): void {
    const access = this.accessOf(tab)
    if (tab.wire || tab.isRefused) return
    if (access === 'none') {
      // The endpoint refuses before the hub sees it.
      this.watch.count('refused at the door')
      return
    }
    if (access === 'write') this.everWriters.add(`${tab.participant} ${tab.document}`)
    const wire = new Wire(tab.clientId, access)
    tab.open(wire, this.clock.now())
    this.server.connect(wire, tab, access === 'write')
  }

  /** The line goes, with all that is under way; who does not notice finds out by silence. */
  cut(tab: Tab, noticedBy: Noticed): void {
    const { wire } = tab
    if (!wire) return
    this.watch.count(`cut, noticed by ${noticedBy}`)
    wire.die(this.clock.now())
    if (noticedBy === 'both' || noticedBy === 'client') tab.close()
    if (noticedBy === 'both' || noticedBy === 'server') this.server.end(wire)
  }

  /** Lines that died are known to have died; with `all`, every line goes. What is left flows. */
  endLines(which: 'dead' | 'all'): void {
    for (const [wire, tab] of [...this.server.wires]) {
      wire.clogged = false
      if (which === 'dead' && wire.diedAt === null) continue
      wire.die(this.clock.now())
      this.server.end(wire)
      if (tab.wire === wire) tab.close()
    }
    for (const tab of this.tabs) if (tab.wire && !this.server.wires.has(tab.wire)) tab.close()
  }

  /** The page is loaded anew: another client id, and what it had not sent is gone. */
  reload(tab: Tab): void {
    this.cut(tab, 'both')
    tab.reload(this.#newClientId())
    this.owners.set(tab.clientId, tab.participant)
  }

  setAccess(person: number, document: number, access: DocumentAccess): void {
    const row = this.access[person]
    if (!row || row[document] === access) return
    this.watch.count(`access ${row[document]} to ${access}`)
    row[document] = access
    for (const [wire, { plan }] of this.server.wires) {
      if (plan.person === person && plan.document === document) wire.rightBecomes(access)
    }
    if (access === 'write') this.everWriters.add(`p${person} ${documentNames[document]}`)
    for (const tab of this.tabs) {
      // Who may read again is told so by the meeting, and opens the document again.
      if (tab.plan.person === person && tab.plan.document === document && access !== 'none') tab.isRefused = false
    }
    this.server.hub.review('m1', (name, participant) => {
      return this.access[Number(participant.slice(1))]?.[documentNames.indexOf(name)] ?? 'none'
    })
  }

  /** Moves one frame or end; false when there is none. */
  deliver(tab: Tab, way: 'up' | 'down'): boolean {
    const { wire } = tab
    if (!wire) return false
    return way === 'up' ? this.#deliverUp(tab, wire) : this.#deliverDown(tab, wire)
  }

  /** Moves everything until nothing is under way. */
  async deliverAll(): Promise<void> {
    let rounds = 0
    for (let goesOn = true; goesOn; ) {
      goesOn = false
      if (++rounds > manyRounds) throw new Violation('UP4: frames go round for ever')
      for (const tab of this.tabs) {
        while (this.deliver(tab, 'up')) goesOn = true
        while (this.deliver(tab, 'down')) goesOn = true
      }
      await this.settle()
    }
  }

  async advance(ms: number, deliver: boolean): Promise<void> {
    for (let left = ms; left > 0; left -= sliceMs) {
      this.clock.advance(Math.min(left, sliceMs))
      if (this.clock.now() - this.#renewedAt >= renewMs) {
        this.#renewedAt = this.clock.now()
        for (const tab of this.tabs) tab.sayWhere()
      }
      await this.settle()
      if (deliver) await this.deliverAll()
      this.#findSilence()
      await this.settle()
    }
  }

  /** The server dies at once (0), or at its n-th call from now on. */
  crash(atCall: number, losesSent: boolean): void {
    this.#losesSent = losesSent
    if (atCall > 0) this.server.dieAt(atCall)
    else this.server.die('once')
  }

  /** An orderly stop; if the disk lets it not end, it is killed. */
  async restart(): Promise<void> {
    let hasEnded = false
    const stopping = this.server
    const stopped = stopping.hub.stop().then(() => {
      hasEnded = true
    })
    await this.settle()
    if (stopping !== this.server) return
    if (hasEnded) {
      await stopped
      this.watch.count('stopped in order')
      if (stopping.unsaved > 0) throw new Violation('SD1: the server ended with unsaved updates')
    }
    this.#losesSent = false
    stopping.die(hasEnded ? 'the end' : 'a stop that takes too long')
  }

  #newClientId(): number {
    return this.#lastClientId++
  }

  #start(): ServerProcess {
    return new ServerProcess(this.disk, this.clock, this.watch, () => this.#losesSent)
  }

  #deliverUp(tab: Tab, wire: Wire): boolean {
    const frame = wire.takeUp()
    if (!frame) return false
    const { taken } = this.server
    wire.serverEnd?.receive(frame)
    this.watch.received(tab, wire, frame, this.server.taken > taken)
    return true
  }

  #deliverDown(tab: Tab, wire: Wire): boolean {
    const arrival = wire.takeDown()
    if (!arrival) return false
    if (arrival instanceof Uint8Array) tab.receive(arrival, this.clock.now())
    else {
      tab.closedBy(arrival.closed)
      this.server.end(wire)
    }
    return true
  }

  /** Both ends find out by themselves, in time, that a wire is dead. */
  #findSilence(): void {
    const now = this.clock.now()
    for (const tab of this.tabs) {
      const { wire } = tab
      if (!wire || now - tab.heardAt <= silenceMs) continue
      this.watch.count('found silent by the client')
      tab.close()
      if (wire.diedAt === null) this.server.end(wire)
      this.open(tab)
    }
    for (const wire of [...this.server.wires.keys()]) {
      if (wire.diedAt === null || now - wire.diedAt < pingFindsMs) continue
      this.watch.count('found dead by the server')
      this.server.end(wire)
    }
  }
}
