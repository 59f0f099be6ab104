/**
 * A document that is open in memory. For each frame: check, apply, relay, commit, confirm, in this order. Rules are
 * numbered in SPEC.md.
 *
 * Invariants:
 * 1. Nothing is answered before the document is loaded whole [HS2].
 * 2. What is in memory and not on disk is in the persister's queue: `version` counts what was applied,
 *    `savedVersion` what is on disk.
 * 3. A bad frame closes its own connection and changes nothing [UP2].
 */
import * as Y from 'yjs'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import type { Authorship } from './Authorship.ts'
import { AwarenessTable } from './AwarenessTable.ts'
import type { Assembled } from './assemble.ts'
import { ClientIds } from './ClientIds.ts'
import { Connection, type Withheld } from './Connection.ts'
import {
  type AwarenessEntry,
  decodeFrame,
  encodeAwareness,
  encodeSync,
  type Frame,
  type UpdateFrame,
} from './frames.ts'
import { hasSomeCome, type PendingWords } from './pendingWords.ts'
import { readUpdate } from './readUpdate.ts'
import { SizeGauge } from './SizeGauge.ts'
import { takeWords } from './takeWords.ts'

/** Clients that hear nothing for 30 s connect again (y-websocket's messageReconnectTimeout); two of our ticks less. */
const quietMs = 15_000

/** Who an update comes from: a connection, or the server itself for a participant whose words it was given. */
export interface Writer {
  scope: string
  participantId: ParticipantId
  clientId: number | null
}

export interface LiveDocumentPorts {
  now(): number
  /** Takes an update that must get to disk; `version` comes back through `saved`. */
  enqueue(live: LiveDocument, version: number, writer: Writer, bytes: Uint8Array): void
  /** The document has reached its size and takes no more words. */
  filled(live: LiveDocument, writer: Pick<Writer, 'scope' | 'participantId'>): void
}

export class LiveDocument {
  readonly name: DocumentName
  readonly #doc: Y.Doc
  readonly #authorship: Authorship
  readonly #ports: LiveDocumentPorts
  readonly #connections = new Set<Connection>()
  readonly #clientIds: ClientIds<Connection>
  readonly #awareness: AwarenessTable<Connection>
  /** Whose last step 2 was not whole. */
  readonly #lacking = new Map<Connection, PendingWords>()
  #version = 0
  #savedVersion = 0
  #whenSaved: { version: number; resolve: () => void }[] = []
  readonly #size: SizeGauge
  #isFull = false

  constructor(name: DocumentName, { doc, authorship, storedBytes }: Assembled, ports: LiveDocumentPorts) {
    this.name = name
    this.#doc = doc
    this.#authorship = authorship
    this.#ports = ports
    this.#clientIds = new ClientIds((clientId) => authorship.ownerOf(clientId))
    this.#awareness = new AwarenessTable(this.#clientIds)
    this.#size = new SizeGauge(limits.documentBytes, storedBytes, () => this.encode().byteLength)
    this.#doc.on('update', (bytes: Uint8Array, origin: Connection | Writer) => this.#changed(bytes, origin))
  }

  get authorship(): Authorship {
    return this.#authorship
  }

  get isSaved(): boolean {
    return this.#savedVersion === this.#version
  }

  /** Counts the updates that were applied since the document was loaded. */
  get version(): number {
    return this.#version
  }

  /** The whole state as one update. */
  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  /** A connection joins: it is asked for what it has, and told who is here. */
  join(connection: Connection): void {
    const { declaredId } = connection
    if (declaredId !== null && !this.#clientIds.declare(connection, declaredId)) {
      connection.close(closeCodes.malformed, "this client id is somebody else's")
      return
    }
    this.#connections.add(connection)
    if (this.#isFull) connection.withhold('full')
    connection.begin(this.#ports.now())
    if (connection.state === 'writable') this.#ask(connection)
    const present = this.#awareness.all()
    if (present.length > 0) connection.send(encodeAwareness(present), this.#ports.now())
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return
    this.#lacking.delete(connection)
    this.silence(connection)
    this.#clientIds.release(connection)
  }

  /** Changes a connection's right to write while it is open. */
  setWritable(connection: Connection, writable: boolean): void {
    if (connection.setWritable(writable)) this.#ask(connection)
  }

  /** Nobody here writes as long as there is a reason; a full document is one by itself. */
  withhold(reason: Withheld | null): void {
    for (const connection of this.#connections) {
      if (connection.withhold(reason ?? (this.#isFull ? 'full' : null))) this.#ask(connection)
    }
  }

  /** Nobody sees it here any more. */
  silence(connection: Connection): void {
    const gone = this.#awareness.leave(connection)
    if (gone.length > 0) this.#relay(encodeAwareness(gone), connection)
  }

  /** One frame from a client, whatever its bytes. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (connection.state === 'closed') return
    try {
      this.#handle(connection, decodeFrame(bytes), bytes.byteLength)
    } catch {
      // Whatever a frame does wrong, its sender is told and nobody else notices.
      connection.close(closeCodes.malformed, 'malformed frame')
    }
  }

  /**
   * Words that the server was given for a participant. Resolves when they are on disk; throws if they are not whole, or
   * forged.
   */
  async write(writer: Writer, update: Uint8Array): Promise<void> {
    const words = readUpdate(update)
    if (this.isForged(writer, words.ends)) throw new Error("words under somebody else's live client id")
    if (takeWords(this.#doc, words, writer)) throw new Error('earlier words are missing')
    const version = this.#version
    if (this.#savedVersion >= version) return
    await new Promise<void>((resolve) => this.#whenSaved.push({ version, resolve }))
  }

  /**
   * New words under the id of somebody else who is here and whose words are all here: they did not write them [AU3].
   * While that person is away the words may be theirs, brought by a colleague's laptop, and are taken as delivered.
   */
  isForged({ participantId }: Pick<Writer, 'participantId'>, ends: Map<number, number>): boolean {
    for (const [clientId, end] of ends) {
      const holder = this.#clientIds.holderOf(clientId)
      if (!holder?.isSynced || holder.participantId === participantId) continue
      if (end > Y.getState(this.#doc.store, clientId)) return true
    }
    return false
  }

  /** The persister has committed everything up to `version`. */
  saved(version: number): void {
    this.#savedVersion = Math.max(this.#savedVersion, version)
    for (const connection of this.#connections) connection.savedUpTo(this.#savedVersion)
    const isDone = (one: { version: number }) => one.version <= this.#savedVersion
    for (const { resolve } of this.#whenSaved.filter(isDone)) resolve()
    this.#whenSaved = this.#whenSaved.filter((one) => !isDone(one))
  }

  /** Once in a while: who was not heard of is gone [AW6], and nobody waits in silence [AW4]. */
  tick(): void {
    const now = this.#ports.now()
    const gone = this.#awareness.expire(now)
    // Its own client hears it too, and says that it is still here.
    if (gone.length > 0) for (const each of this.#connections) each.send(encodeAwareness(gone), now)
    for (const each of this.#connections) if (each.isQuietSince(now - quietMs)) each.send(encodeAwareness([]), now)
  }

  destroy(): void {
    this.#doc.destroy()
  }

  #handle(connection: Connection, frame: Frame, byteLength: number): void {
    switch (frame.kind) {
      case 'step1': {
        const state = Y.encodeStateAsUpdate(this.#doc, frame.stateVector)
        connection.sendState(encodeSync('step2', state), this.#ports.now())
        return
      }
      case 'step2':
        this.#write(connection, frame)
        return
      case 'update':
        if (byteLength > limits.syncFrameBytes) {
          connection.closeOver('syncFrameBytes')
          return
        }
        this.#write(connection, frame)
        return
      case 'awareness':
        this.#hear(connection, frame.entries, byteLength)
        return
      case 'queryAwareness':
        connection.send(encodeAwareness(this.#awareness.all()), this.#ports.now())
        return
    }
  }

  #write(connection: Connection, frame: UpdateFrame): void {
    const count = connection.countFrame()
    if (!connection.takesWords) {
      connection.leftAside()
      return
    }
    if (this.isForged(connection, frame.ends)) {
      connection.close(closeCodes.malformed, "words under somebody else's live client id")
      return
    }
    const { kind } = frame
    const pending = takeWords(this.#doc, frame, connection)
    // Their sender still has them, and gets no confirmation before they can be taken.
    if (!pending) this.#lacking.delete(connection)
    else if (kind === 'update') this.#ask(connection)
    else this.#lacking.set(connection, pending)
    const isWhole = pending === null || (kind === 'step2' && this.#isOfOthers(pending, connection))
    connection.applied(count, { isWhole, holdsAll: kind === 'step2' }, this.#version, this.#savedVersion)
  }

  /**
   * A client's own words always have their predecessors in its step 2. What lacks some is what it was relayed by a
   * server that died before it had saved them, and shows to nobody: no reason to call its own words unsaved.
   */
  #isOfOthers({ clients }: PendingWords, connection: Connection): boolean {
    const own = this.#clientIds.idOf(connection)
    return own !== null && !clients.has(own)
  }

  #changed(bytes: Uint8Array, origin: Connection | Writer): void {
    this.#version += 1
    const { scope, participantId } = origin
    const clientId = origin instanceof Connection ? this.#clientIds.idOf(origin) : origin.clientId
    this.#authorship.note({ participantId, clientId, bytes })
    this.#relay(encodeSync('update', bytes), origin)
    this.#askWhoLacked()
    this.#ports.enqueue(this, this.#version, { scope, participantId, clientId }, bytes)
    if (!this.#isFull && this.#size.add(bytes.byteLength)) this.#fill(origin)
  }

  #fill(writer: Pick<Writer, 'scope' | 'participantId'>): void {
    this.#isFull = true
    this.withhold(null)
    this.#ports.filled(this, writer)
  }

  /** Words came that somebody's step 2 lacked: it is asked again, now that it can be taken whole [UP3]. */
  #askWhoLacked(): void {
    for (const [connection, pending] of this.#lacking) {
      if (hasSomeCome(pending, this.#doc) && this.#lacking.delete(connection)) this.#ask(connection)
    }
  }

  #hear(connection: Connection, entries: AwarenessEntry[], byteLength: number) {
    if (byteLength > limits.awarenessBytes) {
      connection.closeOver('awarenessBytes')
      return
    }
    const now = this.#ports.now()
    if (connection.state !== 'writable') {
      // A reader's cursor goes to nobody, but a client that hears nothing for 30 s reconnects [AW4].
      this.#awareness.noteReader(connection, entries)
      connection.send(encodeAwareness(entries), now)
      return
    }
    const news = this.#awareness.accept(connection, entries, now)
    if (news.length === 0) return
    const frame = encodeAwareness(news)
    for (const each of this.#connections) each.send(frame, now)
  }

  #ask(connection: Connection): void {
    connection.send(encodeSync('step1', Y.encodeStateVector(this.#doc)), this.#ports.now())
  }

  #relay(frame: Uint8Array, except: Connection | Writer): void {
    const now = this.#ports.now()
    for (const connection of this.#connections) if (connection !== except) connection.send(frame, now)
  }
}
