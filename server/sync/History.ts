/**
 * What a document was: compaction with its history segments, and versions. It reads and writes the store only, beside
 * the group commit; whatever fails here is reported and tried again another time, and no word depends on it.
 */
import * as Y from 'yjs'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock, Timer } from '../platform/clock.ts'
import type { Packing } from '../platform/packing.ts'
import { applyAsWritten } from './applyAsWritten.ts'
import { assemble } from './assemble.ts'
import type { LiveDocument } from './LiveDocument.ts'
import type { DocumentStore, VersionEntry, VersionKind } from './ports.ts'
import { encodeSegment } from './segments.ts'

/** A log of this many rows is made a snapshot when its document leaves memory: opening it stays quick. */
const compactFromRows = 100
/** While it is open, after this many updates: a day's log would take seconds to open after a crash. */
export const compactEveryUpdates = 2_000
/** One version per this long of activity: what a group wrote between two coffees can be told apart. */
const versionEveryMs = 300_000

export interface NewVersion {
  kind: VersionKind
  name: string | null
  by: ParticipantId | null
}

export interface HistoryPorts {
  store: DocumentStore
  clock: Clock
  chance: Pick<Chance, 'id'>
  packing: Packing
  failed(error: Error): void
}

export class History {
  readonly #ports: HistoryPorts
  readonly #compacting = new Set<DocumentName>()
  readonly #due = new Map<LiveDocument, Timer>()

  constructor(ports: HistoryPorts) {
    this.#ports = ports
  }

  /** A document changed: a version of it is due, and now and then a compaction. */
  changed(live: LiveDocument): void {
    if (!this.#due.has(live)) {
      this.#due.set(
        live,
        this.#ports.clock.after(versionEveryMs, () => this.#keepDue(live)),
      )
    }
    if (live.version % compactEveryUpdates === 0) this.compact(live.name, compactEveryUpdates / 2)
  }

  /** A document leaves memory: the version that is due is made now, of its last state. */
  left(live: LiveDocument): void {
    this.#keepDue(live)
    this.compact(live.name, compactFromRows)
  }

  /** Nothing is due any more; the server ends. */
  stop(): void {
    for (const timer of this.#due.values()) timer.cancel()
    this.#due.clear()
  }

  /** Keeps the state of this moment. */
  async keep(live: Pick<LiveDocument, 'name' | 'encode'>, { kind, name, by }: NewVersion): Promise<VersionEntry> {
    const { store, clock, chance, packing } = this.#ports
    const state = live.encode()
    const entry: VersionEntry = { versionId: chance.id(), kind, name, participantId: by, at: clock.now() }
    await store.addVersion({ ...entry, document: live.name, packed: await packing.pack(state) })
    return entry
  }

  /** Newest first. */
  versions(document: DocumentName): Promise<VersionEntry[]> {
    return this.#ports.store.versions(document)
  }

  /** The state of a version as one Yjs update; null if there is no such version of this document. */
  async stateOf(document: DocumentName, versionId: string): Promise<Uint8Array | null> {
    const { store, packing } = this.#ports
    const packed = await store.version(document, versionId)
    return packed && packing.unpack(packed)
  }

  /** In the background; once at a time for each document. */
  compact(document: DocumentName, fromRows: number): void {
    if (this.#compacting.has(document)) return
    this.#compacting.add(document)
    this.#compact(document, fromRows)
      .catch((error: Error) => this.#ports.failed(error))
      .finally(() => this.#compacting.delete(document))
  }

  /**
   * Through a fresh document, which collects the garbage, and from what the store holds: rows that are appended
   * meanwhile stay beside the snapshot [PE6].
   */
  async #compact(document: DocumentName, fromRows: number): Promise<void> {
    const { store, clock, packing } = this.#ports
    const stored = await store.load(document)
    if (stored.updates.length < fromRows) return
    const { doc, authorship } = assemble(document, stored)
    const bytes = Y.encodeStateAsUpdate(doc)
    const isFaithful = leadsTo(bytes, doc)
    doc.destroy()
    if (!isFaithful) throw new Error(`${document}: the snapshot is not what the log leads to; the log stays`)
    const segment = await encodeSegment(stored.updates, packing)
    const madeOf = stored.updates.map((row) => row.id)
    const snapshot = { bytes, authors: authorship.encode() }
    await store.compact({ document, snapshot, segment, madeOf, at: clock.now() })
  }

  #keepDue(live: LiveDocument): void {
    const timer = this.#due.get(live)
    if (!timer) return
    timer.cancel()
    this.#due.delete(live)
    this.keep(live, { kind: 'automatic', name: null, by: null }).catch((error: Error) => this.#ports.failed(error))
  }
}

/** Whether a state has the same words and the same deletions as a document. */
function leadsTo(state: Uint8Array, doc: Y.Doc): boolean {
  const other = new Y.Doc()
  applyAsWritten(other, state)
  const isSame = Y.equalSnapshots(Y.snapshot(other), Y.snapshot(doc))
  other.destroy()
  return isSame
}
