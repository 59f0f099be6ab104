/**
 * A page that shows one document, speaking as a stock `WebsocketProvider` does: step 1 when it connects, step 2 when it
 * is asked, its own edits as updates, awareness every 15 s. Like our own client it counts what it sent, and takes as
 * saved what the server confirmed.
 */
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { type AwarenessEntry, decodeFrame, encodeAwareness, encodeSync } from '../../../server/sync/frames.ts'
import { isFinal } from '../../../shared/contracts/closeCodes.ts'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { accessCodes, frameTypes } from '../../../shared/contracts/sync.ts'
import { type EditKind, edit, emptyDoc } from './edits.ts'
import type { Carried, Ledger } from './Ledger.ts'
import { documentNames, type TabPlan } from './script.ts'
import type { Wire } from './Wire.ts'

/** A frame that waits for its confirmation. `covers`: what must be durable when it is confirmed, as a state vector. */
export interface SentFrame extends Carried {
  covers: Map<number, number>
}

export class Tab {
  readonly plan: TabPlan
  readonly participant: string
  readonly document: DocumentName
  doc = emptyDoc()
  wire: Wire | null = null
  /** The server said that trying again is useless. */
  isRefused = false
  isWritable: boolean | null = null
  /** It was told that words cannot be saved at the moment. */
  isTroubled = false
  sent: SentFrame[] = []
  confirmed = 0
  heardAt = 0
  readonly others = new Map<number, AwarenessEntry>()
  readonly #ledger: Ledger
  #own: Carried = { written: [], removed: [] }
  #tokens = 0
  #awarenessClock = 0
  /** Updates of this page that are to be sent. Yjs makes some by itself: it takes away formatting that has no use. */
  #produced: Uint8Array[] = []
  #lastUpdate: Uint8Array | null = null

  constructor(plan: TabPlan, clientId: number, ledger: Ledger) {
    this.plan = plan
    this.participant = `p${plan.person}`
    this.document = documentNames[plan.document] ?? 'case/a'
    this.#ledger = ledger
    this.#begin(clientId)
  }

  get clientId(): number {
    return this.doc.clientID
  }

  /** Tokens that were written in this page. */
  get ownTokens(): string[] {
    return this.#own.written
  }

  /** The socket is open: the new connection counts from zero. */
  open(wire: Wire, now: number): void {
    this.wire = wire
    this.isWritable = null
    this.isTroubled = false
    this.sent = []
    this.confirmed = 0
    this.heardAt = now
    wire.sendUp(encodeSync('step1', Y.encodeStateVector(this.doc)))
    this.sayWhere()
  }

  /** Everything that it sent on this connection is confirmed, and it may send more. */
  get isSynced(): boolean {
    return this.isWritable === true && this.sent.length > 0 && this.confirmed === this.sent.length
  }

  close(): void {
    this.wire = null
    this.others.clear()
  }

  edit(kind: EditKind, at: number): void {
    const fresh = `${this.document[0]}${this.clientId}.${this.#tokens++};`
    const edited = edit(this.doc, kind, at, fresh)
    if (this.#produced.length === 0) return
    this.#ledger.record(this.document, edited)
    const carried = { written: edited.written.map(({ token }) => token), removed: edited.removed }
    this.#own.written.push(...carried.written)
    this.#own.removed.push(...carried.removed)
    this.#sendProduced(carried)
  }

  /** Sends the last update once more, as a client that is unsure whether it arrived. */
  resend(): void {
    if (this.#lastUpdate) this.#sendUpdate(this.#lastUpdate, nothing)
  }

  /** All that was written in this page up to now. */
  get carried(): Carried {
    return { written: [...this.#own.written], removed: [...this.#own.removed] }
  }

  /** Takes the words of another tab of the same browser, and sends on what is new to it. */
  takeFrom(other: Tab): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc, Y.encodeStateVector(this.doc)), 'another tab')
    this.#sendProduced(nothing)
  }

  /** The page is loaded anew: a fresh document, and what was not saved may be gone. */
  reload(clientId: number): void {
    this.#ledger.lose(this.document, this.#own.written)
    this.close()
    this.isRefused = false
    this.#begin(clientId)
  }

  /** Says where it is, as at each renewal; later than what others believe. */
  sayWhere(believedClock = 0): void {
    const json = JSON.stringify({ user: { participantId: this.participant } })
    this.#awarenessClock = Math.max(this.#awarenessClock, believedClock) + 1
    this.wire?.sendUp(encodeAwareness([{ clientId: this.clientId, clock: this.#awarenessClock, json }]))
  }

  receive(frame: Uint8Array, now: number): void {
    this.heardAt = now
    if (frame[0] === frameTypes.saved) this.#takeSaved(decoding.readVarUint(decoding.createDecoder(frame.subarray(1))))
    else if (frame[0] === frameTypes.access) this.isWritable = frame[1] === accessCodes.writable
    else if (frame[0] === frameTypes.trouble) this.isTroubled = frame[1] === 1
    else this.#takeStock(frame)
  }

  closedBy(code: number): void {
    this.close()
    if (isFinal(code)) this.isRefused = true
  }

  #takeStock(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    switch (frame.kind) {
      case 'step1': {
        const covers = Y.decodeStateVector(Y.encodeStateVector(this.doc))
        const { written, removed } = this.#own
        this.sent.push({ covers, written: [...written], removed: [...removed] })
        this.wire?.sendUp(encodeSync('step2', Y.encodeStateAsUpdate(this.doc, frame.stateVector)))
        return
      }
      case 'step2':
      case 'update':
        Y.applyUpdate(this.doc, frame.update, 'server')
        this.#sendProduced(nothing)
        return
      case 'awareness':
        for (const entry of frame.entries) this.#hear(entry)
        return
      case 'queryAwareness':
        return
    }
  }

  #takeSaved(count: number): void {
    for (const frame of this.sent.slice(this.confirmed, count)) this.#ledger.confirm(frame)
    this.confirmed = count
  }

  #hear(entry: AwarenessEntry): void {
    if (entry.clientId === this.clientId) {
      // Who is told that they are gone says that they are here, as y-protocols does.
      if (entry.json === 'null') this.sayWhere(entry.clock)
      return
    }
    const known = this.others.get(entry.clientId)
    if (known && known.clock >= entry.clock && entry.json !== 'null') return
    if (entry.json === 'null') this.others.delete(entry.clientId)
    else this.others.set(entry.clientId, entry)
  }

  #sendProduced(carried: Carried): void {
    const produced = this.#produced
    this.#produced = []
    for (const update of produced) {
      this.#ledger.recordUpdate(this.document, update)
      this.#sendUpdate(update, carried)
      this.#lastUpdate = update
    }
  }

  #sendUpdate(update: Uint8Array, carried: Carried): void {
    if (!this.wire) return
    this.sent.push({ covers: Y.parseUpdateMeta(update).to, ...carried })
    this.wire.sendUp(encodeSync('update', update))
  }

  #begin(clientId: number): void {
    this.doc = emptyDoc()
    this.doc.clientID = clientId
    this.#own = { written: [], removed: [] }
    this.#lastUpdate = null
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#produced.push(update)
    })
  }
}

const nothing: Carried = { written: [], removed: [] }
