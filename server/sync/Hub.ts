/**
 * The document hub: which documents are open, who is connected to each, and when one leaves memory. Everything that
 * people write passes here. Driven by hand in tests: peers, store and clock are ports.
 */
import * as Y from 'yjs'
import { type CloseCode, closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import type { DocumentAccess } from '../../shared/proceedings/policy.ts'
import type { Clock } from '../platform/clock.ts'
import { Connection, type ConnectionOptions } from './Connection.ts'
import { type Enqueue, LiveDocument } from './LiveDocument.ts'
import { Persister, type PersisterReport } from './Persister.ts'
import type { DocumentStore } from './ports.ts'

/** A document that nobody has open stays in memory this long: a reload or a short drop finds it warm. */
const idleMs = 30_000
/** A log of this many rows is made a snapshot when its document leaves memory. */
const compactFromRows = 100

export interface HubReport extends PersisterReport {
  live(documents: number): void
  connected(connections: number): void
  closed(code: CloseCode): void
  /** Somebody wrote for the first time since the document was loaded; `scope` is the meeting's id. */
  wrote(scope: string, participantId: ParticipantId): void
}

/** A client of the hub: what the socket hands its frames to. */
export interface Client {
  receive(frame: Uint8Array): void
  /** The socket has gone. */
  ended(): void
}

interface Entry {
  loading: Promise<LiveDocument>
  live: LiveDocument | null
  connections: Set<Connection>
}

export class Hub {
  readonly #store: DocumentStore
  readonly #clock: Clock
  readonly #report: HubReport
  readonly #persister: Persister
  readonly #entries = new Map<DocumentName, Entry>()
  #connections = 0
  #stopping = false

  constructor(ports: { store: DocumentStore; clock: Clock; report: HubReport }) {
    this.#store = ports.store
    this.#clock = ports.clock
    this.#report = ports.report
    this.#persister = new Persister(ports)
  }

  /** Why confirmed words cannot be saved at the moment; null when all is well. */
  get failure(): Error | null {
    return this.#persister.failure
  }

  connect(options: ConnectionOptions): Client {
    if (this.#stopping) {
      options.peer.close(closeCodes.restarting, 'the server restarts')
      return { receive: () => undefined, ended: () => undefined }
    }
    const connection = new Connection(options)
    const entry = this.#open(options.document)
    entry.connections.add(connection)
    this.#count(1)
    const early = new EarlyFrames(connection)
    entry.loading.then(
      (live) => {
        if (connection.state === 'closed') return
        live.join(connection)
        for (const frame of early.take()) live.receive(connection, frame)
      },
      () => connection.close(closeCodes.restarting, 'the document cannot be loaded at the moment'),
    )
    return {
      receive: (frame) => {
        if (entry.live && connection.state !== 'loading') entry.live.receive(connection, frame)
        else early.add(frame)
      },
      ended: () => this.#disconnect(entry, connection),
    }
  }

  /** Judges again the connections of a scope (a meeting): access changed. */
  review(scope: string, judge: (document: DocumentName, participantId: ParticipantId) => DocumentAccess): void {
    for (const entry of this.#entries.values()) {
      for (const connection of entry.connections) {
        if (connection.scope !== scope) continue
        const access = judge(connection.document, connection.participantId)
        if (access === 'none') connection.close(closeCodes.forbidden, 'may not read this document')
        else if (entry.live) entry.live.setWritable(connection, access === 'write')
        else connection.setWritable(access === 'write')
      }
    }
  }

  /** A copy of a document as it is now, for reports. */
  async read(document: DocumentName): Promise<Y.Doc> {
    const live = this.#entries.get(document)?.live
    if (!live) return docOf(await this.#store.load(document))
    const copy = new Y.Doc()
    Y.applyUpdate(copy, live.encode())
    return copy
  }

  /** Closes every connection and writes what is not on disk. Nothing connects afterwards. */
  async stop(): Promise<void> {
    this.#stopping = true
    for (const { connections } of this.#entries.values()) {
      for (const connection of connections) connection.close(closeCodes.restarting, 'the server restarts')
    }
    await this.#persister.flush()
  }

  #open(document: DocumentName): Entry {
    const known = this.#entries.get(document)
    if (known) return known
    const loading = this.#store.load(document).then((stored) => new LiveDocument(document, stored, this.#enqueue))
    const entry: Entry = { loading, live: null, connections: new Set() }
    this.#entries.set(document, entry)
    this.#report.live(this.#entries.size)
    loading.then(
      (live) => {
        entry.live = live
      },
      // A failed load is forgotten, so that the next connection tries again: never an empty document [PE5].
      () => this.#forget(document, entry),
    )
    return entry
  }

  readonly #enqueue: Enqueue = (live, version, { scope, participantId }, bytes) => {
    if (version === 1) this.#report.wrote(scope, participantId)
    this.#persister.enqueue(live, version, participantId, bytes)
  }

  #disconnect(entry: Entry, connection: Connection): void {
    if (!entry.connections.delete(connection)) return
    this.#count(-1)
    if (connection.closeCode !== null) this.#report.closed(connection.closeCode)
    connection.ended()
    entry.live?.leave(connection)
    if (entry.connections.size === 0) this.#leaveMemoryLater(connection.document, entry)
  }

  #leaveMemoryLater(document: DocumentName, entry: Entry): void {
    this.#clock.after(idleMs, () => {
      if (this.#entries.get(document) !== entry || entry.connections.size > 0 || !entry.live) return
      if (!entry.live.isSaved) {
        this.#leaveMemoryLater(document, entry)
        return
      }
      this.#forget(document, entry)
      entry.live.destroy()
      this.#compact(document).catch((error: Error) => this.#report.failed(error))
    })
  }

  /** Through a fresh document, from what the store holds: rows that are appended meanwhile stay beside the snapshot. */
  async #compact(document: DocumentName): Promise<void> {
    const stored = await this.#store.load(document)
    if (stored.updates.length < compactFromRows) return
    const fresh = docOf(stored)
    const snapshot = Y.encodeStateAsUpdate(fresh)
    fresh.destroy()
    const madeOf = stored.updates.map((row) => row.id)
    await this.#store.compact(document, snapshot, madeOf, this.#clock.now())
  }

  #forget(document: DocumentName, entry: Entry): void {
    if (this.#entries.get(document) === entry) this.#entries.delete(document)
    this.#report.live(this.#entries.size)
  }

  #count(change: 1 | -1): void {
    this.#connections += change
    this.#report.connected(this.#connections)
  }
}

function docOf({ snapshot, updates }: Awaited<ReturnType<DocumentStore['load']>>): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    if (snapshot) Y.applyUpdate(doc, snapshot)
    for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
  })
  return doc
}

/** Frames that came before the document was whole; more than a document's worth closes the connection. */
class EarlyFrames {
  readonly #connection: Connection
  #frames: Uint8Array[] = []
  #bytes = 0

  constructor(connection: Connection) {
    this.#connection = connection
  }

  add(frame: Uint8Array): void {
    this.#bytes += frame.byteLength
    if (this.#bytes <= limits.documentBytes) this.#frames.push(frame)
    else this.#connection.close(closeCodes.frameTooLarge, 'too much before the document was loaded')
  }

  take(): Uint8Array[] {
    const frames = this.#frames
    this.#frames = []
    return frames
  }
}
