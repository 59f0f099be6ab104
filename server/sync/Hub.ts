/**
 * The document hub: which documents are open, who is connected to each, and when one leaves memory. Everything that
 * people write passes here. Driven by hand in tests: peers, store, clock and chance are ports.
 */
import type * as Y from 'yjs'
import { type CloseCode, closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import type { DocumentAccess } from '../../shared/proceedings/policy.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock } from '../platform/clock.ts'
import type { Packing } from '../platform/packing.ts'
import type { Stretch } from './Authorship.ts'
import { assemble } from './assemble.ts'
import { Connection, type ConnectionOptions, type SyncLimit } from './Connection.ts'
import { EarlyFrames } from './EarlyFrames.ts'
import { History, type NewVersion } from './History.ts'
import { LiveDocument, type LiveDocumentPorts, type Writer } from './LiveDocument.ts'
import { type DiskState, Persister, type PersisterReport } from './Persister.ts'
import { CorruptDocument, type DocumentStore, type VersionEntry } from './ports.ts'
import { meteredOf, RateLimits } from './RateLimits.ts'

/** A document that nobody has open stays in memory this long: a reload or a short drop finds it warm. */
const idleMs = 30_000
/** Awareness expires and quiet connections hear something to within this. */
const tickMs = 5_000

export interface HubReport extends PersisterReport {
  live(documents: number): void
  connected(connections: number): void
  closed(code: CloseCode): void
  limited(limit: SyncLimit | 'unsavedBytes' | 'unsavedBytesAtMost'): void
  /** What the disk holds of a document is damaged. */
  quarantined(error: CorruptDocument): void
  /** Somebody wrote for the first time since the document was loaded; `scope` is the meeting's id. */
  wrote(scope: string, participantId: ParticipantId): void
  /** A document has reached its size, by this participant's last word, and takes no more. */
  filled(scope: string, participantId: ParticipantId, document: DocumentName): void
}

/** A client of the hub: what the socket hands its frames to. */
export interface Client {
  receive(frame: Uint8Array): void
  /** The socket has gone. */
  ended(): void
}

type Judge = (document: DocumentName, participantId: ParticipantId) => DocumentAccess

interface Entry {
  loading: Promise<LiveDocument>
  live: LiveDocument | null
  connections: Set<Connection>
}

export interface HubPorts {
  store: DocumentStore
  clock: Clock
  chance: Pick<Chance, 'id'>
  packing: Packing
  report: HubReport
}

export class Hub {
  readonly history: History
  readonly #ports: HubPorts
  readonly #persister: Persister
  readonly #livePorts: LiveDocumentPorts
  readonly #rates = new RateLimits()
  readonly #entries = new Map<DocumentName, Entry>()
  readonly #ticking: { cancel(): void }
  #connections = 0
  #stopping = false

  constructor(ports: HubPorts) {
    const { clock, report } = ports
    this.#ports = ports
    this.#persister = new Persister(ports, (state, before) => this.#diskChanged(state, before))
    this.history = new History({ ...ports, failed: (error) => report.failed(error) })
    this.#livePorts = {
      now: () => clock.now(),
      enqueue: (live, version, writer, bytes) => this.#enqueue(live, version, writer, bytes),
      filled: (live, { scope, participantId }) => report.filled(scope, participantId, live.name),
    }
    this.#ticking = clock.every(tickMs, () => {
      for (const { live } of this.#entries.values()) live?.tick()
    })
  }

  /** Why words cannot be saved at the moment; null when all is well. */
  get failure(): string | null {
    return this.#persister.state.trouble
  }

  connect(options: ConnectionOptions): Client {
    const connection = new Connection(options)
    if (this.#stopping) connection.close(closeCodes.restarting, 'the server restarts')
    else if (!this.#rates.enter(options.participantId, this.#ports.clock.now())) {
      connection.closeOver('connectionsPerPerson')
      this.#ports.report.limited('connectionsPerPerson')
    }
    if (connection.state === 'closed') return { receive: () => undefined, ended: () => undefined }
    const entry = this.#open(options.document)
    entry.connections.add(connection)
    this.#count(1)
    const early = new EarlyFrames(connection)
    entry.loading.then(
      (live) => {
        if (connection.state === 'closed') return
        this.#join(live, connection)
        for (const frame of early.take()) this.#receive(live, connection, frame)
      },
      (error: Error) => connection.close(...unopened(error)),
    )
    return {
      receive: (frame) => {
        if (entry.live && connection.state !== 'loading') this.#receive(entry.live, connection, frame)
        else early.add(frame)
      },
      ended: () => this.#disconnect(entry, connection),
    }
  }

  /** Judges again the connections of a scope (a meeting): access changed. `judge` is asked once more after the leaving. */
  review(scope: string, judge: Judge): void {
    const leaving: [Entry, Connection][] = []
    for (const entry of this.#entries.values()) {
      for (const connection of entry.connections) {
        if (connection.scope !== scope) continue
        const access = judge(connection.document, connection.participantId)
        if (access === 'none') leaving.push([entry, connection])
        else if (entry.live) entry.live.setWritable(connection, access === 'write')
        else connection.setWritable(access === 'write')
      }
    }
    // All of them hear nothing more before the first is seen to go: two who are moved do not hear of each other [AC4].
    const begun = leaving.filter(([, connection]) => connection.leave())
    for (const [entry, connection] of begun) this.#beginLeaving(entry, connection, judge)
  }

  /** A copy of a document as it is now, for reports. Throws CorruptDocument for one in quarantine. */
  async read(document: DocumentName): Promise<Y.Doc> {
    const live = this.#entries.get(document)?.live
    const stored = live
      ? { snapshot: { bytes: live.encode(), authors: null }, updates: [] }
      : await this.#ports.store.load(document)
    return assemble(document, stored).doc
  }

  /** Puts words into a document that a participant wrote elsewhere. Resolves when they are on disk. */
  async write(document: DocumentName, writer: Writer, update: Uint8Array): Promise<void> {
    await this.#with(document, (live) => live.write(writer, update))
  }

  /** Whether words would speak for somebody else who has the document open [AU3]. */
  isForged(document: DocumentName, participantId: ParticipantId, ends: Map<number, number>): boolean {
    return this.#entries.get(document)?.live?.isForged({ participantId }, ends) ?? false
  }

  /** Keeps a document as it is now. */
  keepVersion(document: DocumentName, version: NewVersion): Promise<VersionEntry> {
    return this.#with(document, (live) => this.history.keep(live, version))
  }

  /** Who wrote what, by Yjs client id. */
  authors(document: DocumentName): Promise<[clientId: number, stretches: readonly Stretch[]][]> {
    return this.#with(document, async (live) => live.authorship.entries())
  }

  /** Opens a document for as long as the action takes. */
  async #with<T>(document: DocumentName, action: (live: LiveDocument) => Promise<T>): Promise<T> {
    const entry = this.#open(document)
    try {
      return await action(await entry.loading)
    } finally {
      if (entry.connections.size === 0) this.#leaveMemoryLater(document, entry)
    }
  }

  /** Closes every connection and writes what is not on disk. Nothing connects afterwards. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#ticking.cancel()
    this.history.stop()
    for (const { connections } of this.#entries.values()) {
      for (const connection of connections) connection.close(closeCodes.restarting, 'the server restarts')
    }
    await this.#persister.flush()
  }

  #open(document: DocumentName): Entry {
    const known = this.#entries.get(document)
    if (known) return known
    const loading = this.#load(document)
    const entry: Entry = { loading, live: null, connections: new Set() }
    this.#entries.set(document, entry)
    this.#ports.report.live(this.#entries.size)
    loading.then(
      (live) => {
        entry.live = live
      },
      (error: Error) => {
        if (error instanceof CorruptDocument) this.#ports.report.quarantined(error)
        else this.#ports.report.failed(error)
        // A failed load is forgotten, so that the next connection tries again: never an empty document [PE5].
        this.#forget(document, entry)
      },
    )
    return entry
  }

  async #load(document: DocumentName): Promise<LiveDocument> {
    const stored = await this.#ports.store.load(document)
    return new LiveDocument(document, assemble(document, stored), this.#livePorts)
  }

  #join(live: LiveDocument, connection: Connection): void {
    const { trouble, held } = this.#persister.state
    if (held !== 'nobody') connection.withhold('unsaved')
    live.join(connection)
    if (trouble !== null) connection.tellTrouble(true)
  }

  #receive(live: LiveDocument, connection: Connection, frame: Uint8Array): void {
    const metered = meteredOf(frame)
    if (!this.#rates.take(connection.participantId, metered, this.#ports.clock.now())) {
      connection.closeOver(metered === 'update' ? 'updatesPerSecond' : 'awarenessPerSecond')
      return
    }
    live.receive(connection, frame)
  }

  #enqueue(live: LiveDocument, version: number, writer: Writer, bytes: Uint8Array): void {
    if (version === 1) this.#ports.report.wrote(writer.scope, writer.participantId)
    this.#persister.enqueue(live, version, writer, bytes)
    this.history.changed(live)
  }

  /** Everybody is told the truth about the disk; past the limits it takes no more words than it can hold [PE7]. */
  #diskChanged({ trouble, held }: DiskState, before: DiskState): void {
    if ((trouble === null) !== (before.trouble === null)) {
      for (const { connections } of this.#entries.values()) {
        for (const connection of connections) connection.tellTrouble(trouble !== null)
      }
    }
    if (held === before.held) return
    if (held === 'new') this.#ports.report.limited('unsavedBytes')
    if (held === 'all') this.#ports.report.limited('unsavedBytesAtMost')
    for (const { live } of this.#entries.values()) {
      if (held === 'all') live?.withhold('unsaved')
      if (held === 'nobody') live?.withhold(null)
    }
  }

  #beginLeaving({ live }: Entry, connection: Connection, judge: Judge): void {
    live?.silence(connection)
    this.#ports.clock.after(limits.leavingMs, () => {
      if (judge(connection.document, connection.participantId) === 'none') {
        connection.close(closeCodes.forbidden, 'may not read this document')
      } else connection.close(closeCodes.restarting, 'may read again: connect again')
    })
  }

  #disconnect(entry: Entry, connection: Connection): void {
    if (!entry.connections.delete(connection)) return
    this.#count(-1)
    this.#rates.leave(connection.participantId)
    if (connection.closeCode !== null) this.#ports.report.closed(connection.closeCode)
    if (connection.passedLimit !== null) this.#ports.report.limited(connection.passedLimit)
    connection.ended()
    entry.live?.leave(connection)
    if (entry.connections.size === 0) this.#leaveMemoryLater(connection.document, entry)
  }

  #leaveMemoryLater(document: DocumentName, entry: Entry): void {
    this.#ports.clock.after(idleMs, () => {
      if (this.#entries.get(document) !== entry || entry.connections.size > 0) return
      if (!entry.live?.isSaved) return this.#leaveMemoryLater(document, entry)
      this.#forget(document, entry)
      this.history.left(entry.live)
      entry.live.destroy()
    })
  }

  #forget(document: DocumentName, entry: Entry): void {
    if (this.#entries.get(document) === entry) this.#entries.delete(document)
    this.#ports.report.live(this.#entries.size)
  }

  #count(change: 1 | -1): void {
    this.#connections += change
    this.#ports.report.connected(this.#connections)
  }
}

/** The code for a document that could not be opened: damaged, or a store that does not answer. */
function unopened(error: Error): [CloseCode, string] {
  if (error instanceof CorruptDocument) return [closeCodes.quarantined, 'what is stored of this document is damaged']
  return [closeCodes.restarting, 'the document cannot be loaded at the moment']
}
