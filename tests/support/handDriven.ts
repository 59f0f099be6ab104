/**
 * The hub's ports, moved by hand: a clock that stands still until it is told, a peer that remembers what it was sent,
 * and a store in memory whose commits wait until they are let through.
 */

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Clock, Timer } from '../../server/platform/clock.ts'
import type { Packing } from '../../server/platform/packing.ts'
import { decodeFrame } from '../../server/sync/frames.ts'
import { Hub, type HubReport } from '../../server/sync/Hub.ts'
import type {
  Compaction,
  DocumentStore,
  Peer,
  StoredDocument,
  StoredSnapshot,
  UpdateRow,
  Version,
  VersionEntry,
} from '../../server/sync/ports.ts'
import type { CloseCode } from '../../shared/contracts/closeCodes.ts'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { accessCodes, frameTypes } from '../../shared/contracts/sync.ts'

export class FakeClock implements Clock {
  #now = 1_000_000
  #timers = new Set<{ at: number; everyMs: number | null; action: () => void }>()

  now(): number {
    return this.#now
  }

  after(ms: number, action: () => void): Timer {
    return this.#add({ at: this.#now + ms, everyMs: null, action })
  }

  every(ms: number, action: () => void): Timer {
    return this.#add({ at: this.#now + ms, everyMs: ms, action })
  }

  advance(ms: number): void {
    const until = this.#now + ms
    for (;;) {
      const due = [...this.#timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
      if (!due) break
      this.#now = due.at
      if (due.everyMs === null) this.#timers.delete(due)
      else due.at += due.everyMs
      due.action()
    }
    this.#now = until
  }

  #add(timer: { at: number; everyMs: number | null; action: () => void }): Timer {
    this.#timers.add(timer)
    return { cancel: () => this.#timers.delete(timer) }
  }
}

const accessNames = new Map(Object.entries(accessCodes).map(([name, code]) => [code as number | undefined, name]))

export class FakePeer implements Peer {
  readonly frames: Uint8Array[] = []
  backlogBytes = 0
  /** While set, what is sent piles up. */
  unread = false
  closedWith: CloseCode | null = null

  send(frame: Uint8Array): void {
    this.frames.push(frame)
    if (this.unread) this.backlogBytes += frame.byteLength
  }

  close(code: CloseCode): void {
    this.closedWith ??= code
  }

  /** What came, in words: `step1`, `update`, `awareness`, `saved 3`, `writable`, `readOnly`, `leaving`, `not saved yet`. */
  kinds(): string[] {
    return this.frames.map((frame) => {
      if (frame[0] === frameTypes.saved) return `saved ${frame[1]}`
      if (frame[0] === frameTypes.trouble) return frame[1] === 1 ? 'not saved yet' : 'saved again'
      if (frame[0] === frameTypes.access) return accessNames.get(frame[1]) ?? 'unknown access'
      return decodeFrame(frame).kind
    })
  }

  clear(): void {
    this.frames.length = 0
  }
}

export class MemoryStore implements DocumentStore {
  readonly rows: (UpdateRow & { id: number })[] = []
  readonly snapshots = new Map<DocumentName, StoredSnapshot & { document: DocumentName; at: number }>()
  readonly packed: { document: DocumentName; segment: Uint8Array; at: number }[] = []
  readonly kept: Version[] = []
  readonly commits: number[] = []
  #lastId = 0
  /** While held, loads and commits wait for `release`. */
  #gate: Promise<void> = Promise.resolve()
  release: () => void = () => undefined
  failure: Error | null = null

  hold(): void {
    this.#gate = new Promise((resolve) => {
      this.release = resolve
    })
  }

  async load(document: DocumentName): Promise<StoredDocument> {
    await this.#gate
    if (this.failure) throw this.failure
    const updates = this.rows.filter((row) => row.document === document)
    const { bytes, authors } = this.snapshots.get(document) ?? { bytes: null, authors: null }
    return { snapshot: bytes && { bytes, authors }, updates: updates.map(({ document: _name, ...row }) => row) }
  }

  async append(rows: UpdateRow[]): Promise<void> {
    await this.#gate
    if (this.failure) throw this.failure
    for (const row of rows) this.rows.push({ ...row, id: ++this.#lastId })
    this.commits.push(rows.length)
  }

  async compact({ document, snapshot, segment, madeOf, at }: Compaction): Promise<void> {
    this.snapshots.set(document, { document, at, ...snapshot })
    this.packed.push({ document, segment, at })
    const gone = new Set(madeOf)
    const kept = this.rows.filter((row) => !gone.has(row.id))
    this.rows.splice(0, this.rows.length, ...kept)
  }

  async segments(document: DocumentName): Promise<Uint8Array[]> {
    return this.packed.filter((one) => one.document === document).map(({ segment }) => segment)
  }

  async addVersion(version: Version): Promise<void> {
    this.kept.unshift(version)
  }

  async versions(document: DocumentName): Promise<VersionEntry[]> {
    const own = this.kept.filter((version) => version.document === document)
    return own.map(({ document: _name, packed: _state, ...entry }) => entry)
  }

  async version(document: DocumentName, versionId: string): Promise<Uint8Array | null> {
    return this.kept.find((one) => one.document === document && one.versionId === versionId)?.packed ?? null
  }
}

/** Hears everything and says nothing. */
export const silent: HubReport = {
  live: () => undefined,
  connected: () => undefined,
  closed: () => undefined,
  limited: () => undefined,
  quarantined: () => undefined,
  filled: () => undefined,
  wrote: () => undefined,
  unsaved: () => undefined,
  committed: () => undefined,
  failed: () => undefined,
}

export const theCase: DocumentName = 'case/c1'

/** Packs at once, so that a promise is all that it waits for. */
export const packing: Packing = {
  pack: async (bytes) => new Uint8Array(deflateRawSync(bytes)),
  unpack: async (packed) => new Uint8Array(inflateRawSync(packed)),
}

/** A hub with its ports in hand, and a way to come in. */
export function handDrivenHub(changes: Partial<HubReport> = {}) {
  const clock = new FakeClock()
  const store = new MemoryStore()
  let ids = 0
  const chance = { id: () => `id${++ids}` }
  const hub = new Hub({ store, clock, chance, packing, report: { ...silent, ...changes } })
  return {
    clock,
    store,
    hub,
    connect(
      name: string,
      options: { writable?: boolean; confirm?: boolean; document?: DocumentName; clientId?: number } = {},
    ) {
      const peer = new FakePeer()
      const client = hub.connect({
        document: options.document ?? theCase,
        participantId: name as ParticipantId,
        scope: 'm1',
        writable: options.writable ?? true,
        confirm: options.confirm ?? false,
        clientId: options.clientId,
        peer,
      })
      return { peer, client, name }
    },
  }
}

/** Lets everything that is ready to run, run: promises resolved in memory need no time. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
