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
import type { DocumentName } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { AwarenessTable } from './AwarenessTable.ts'
import type { Connection } from './Connection.ts'
import { decodeFrame, encodeAwareness, encodeSync, type Frame } from './frames.ts'
import type { StoredDocument } from './ports.ts'

/** Takes an update that must get to disk; `version` comes back through `saved`. */
export type Enqueue = (live: LiveDocument, version: number, writer: Connection, bytes: Uint8Array) => void

export class LiveDocument {
  readonly name: DocumentName
  readonly #doc = new Y.Doc()
  readonly #connections = new Set<Connection>()
  readonly #awareness = new AwarenessTable<Connection>()
  #version = 0
  #savedVersion = 0

  constructor(name: DocumentName, stored: StoredDocument, enqueue: Enqueue) {
    this.name = name
    this.#doc.transact(() => {
      if (stored.snapshot) Y.applyUpdate(this.#doc, stored.snapshot)
      for (const { bytes } of stored.updates) Y.applyUpdate(this.#doc, bytes)
    })
    this.#doc.on('update', (bytes: Uint8Array, origin: Connection) => {
      this.#version += 1
      this.#relay(encodeSync('update', bytes), origin)
      enqueue(this, this.#version, origin, bytes)
    })
  }

  get connectionCount(): number {
    return this.#connections.size
  }

  get isSaved(): boolean {
    return this.#savedVersion === this.#version
  }

  connections(): Connection[] {
    return [...this.#connections]
  }

  /** The whole state as one update. */
  encode(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc)
  }

  /** A connection joins: it is asked for what it has, and told who is here. */
  join(connection: Connection): void {
    this.#connections.add(connection)
    connection.begin()
    if (connection.state === 'writable') this.#ask(connection)
    const present = this.#awareness.all()
    if (present.length > 0) connection.send(encodeAwareness(present))
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return
    const gone = this.#awareness.leave(connection)
    if (gone.length > 0) this.#relay(encodeAwareness(gone), connection)
  }

  /** Changes a connection's right to write while it is open. */
  setWritable(connection: Connection, writable: boolean): void {
    if (connection.setWritable(writable)) this.#ask(connection)
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

  /** The persister has committed everything up to `version`. */
  saved(version: number): void {
    this.#savedVersion = Math.max(this.#savedVersion, version)
    for (const connection of this.#connections) connection.savedUpTo(this.#savedVersion)
  }

  destroy(): void {
    this.#doc.destroy()
  }

  #handle(connection: Connection, frame: Frame, byteLength: number): void {
    switch (frame.kind) {
      case 'step1':
        connection.send(encodeSync('step2', Y.encodeStateAsUpdate(this.#doc, frame.stateVector)))
        return
      case 'step2':
        this.#write(connection, frame)
        return
      case 'update':
        if (byteLength > limits.syncFrameBytes) {
          connection.close(closeCodes.frameTooLarge, 'update too large')
          return
        }
        this.#write(connection, frame)
        return
      case 'awareness':
        this.#hear(connection, frame.entries, byteLength)
        return
      case 'queryAwareness':
        connection.send(encodeAwareness(this.#awareness.all()))
        return
    }
  }

  #write(connection: Connection, { kind, update }: { kind: 'step2' | 'update'; update: Uint8Array }): void {
    const count = connection.countFrame()
    if (connection.state !== 'writable') {
      connection.leftAside()
      return
    }
    Y.applyUpdate(this.#doc, update, connection)
    const isWhole = this.#letGoOfPending()
    if (!isWhole && kind === 'update') this.#ask(connection)
    connection.applied(count, { isWhole, holdsAll: kind === 'step2' }, this.#version, this.#savedVersion)
  }

  /**
   * Words whose predecessors are missing wait inside Yjs, where they would be neither relayed nor saved. They are let
   * go: their sender still has them, is asked for all that is missing, and gets no confirmation before [UP3]. True
   * when nothing had to be let go.
   */
  #letGoOfPending(): boolean {
    const { store } = this.#doc
    if (store.pendingStructs === null && store.pendingDs === null) return true
    store.pendingStructs = null
    store.pendingDs = null
    return false
  }

  #hear(connection: Connection, entries: Parameters<AwarenessTable<Connection>['accept']>[1], byteLength: number) {
    if (byteLength > limits.awarenessBytes) {
      connection.close(closeCodes.frameTooLarge, 'awareness too large')
      return
    }
    if (connection.state === 'readOnly') {
      // A reader's cursor goes to nobody, but a client that hears nothing for 30 s reconnects [AW4].
      connection.send(encodeAwareness(entries))
      return
    }
    const news = this.#awareness.accept(connection, entries)
    if (news.length === 0) return
    const frame = encodeAwareness(news)
    for (const each of this.#connections) each.send(frame)
  }

  #ask(connection: Connection): void {
    connection.send(encodeSync('step1', Y.encodeStateVector(this.#doc)))
  }

  #relay(frame: Uint8Array, except: Connection): void {
    for (const connection of this.#connections) if (connection !== except) connection.send(frame)
  }
}
