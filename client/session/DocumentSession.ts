/**
 * One open document of this window: its Yjs document and awareness, its connection, and what may be said of it. A
 * plain object (subscribe / getSnapshot / dispose); React reads it through its hooks. It does not know what is inside
 * the document, nor who may write: the server says so.
 */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import type { Clock } from '../lib/time.ts'
import type { Connect, DocumentConnection } from './documentConnection.ts'
import {
  canWrite,
  type DocumentEvent,
  type DocumentState,
  type DocumentStatus,
  evolveDocument,
  initialDocumentState,
  statusChangesAt,
  statusOf,
  unsentOf,
} from './documentState.ts'

/** What the interface shows of a document besides its content. */
export interface DocumentSnapshot {
  status: DocumentStatus
  canWrite: boolean
}

export class DocumentSession {
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly #clock: Clock
  readonly #connection: DocumentConnection
  readonly #listeners = new Set<() => void>()
  #state: DocumentState = initialDocumentState
  #snapshot: DocumentSnapshot
  #cancelTimer: () => void = () => undefined

  constructor(connect: Connect, participantId: ParticipantId, clock: Clock) {
    this.#clock = clock
    this.#snapshot = { status: statusOf(this.#state, clock.now()), canWrite: false }
    // Others look the name and the colour up by this id; the server refuses somebody else's.
    this.awareness.setLocalStateField('user', { participantId })
    // Before the connection listens: a change must be counted before the frame that carries it.
    this.doc.on('update', this.#handleUpdate)
    this.#connection = connect(this.doc, this.awareness, {
      opened: () => this.#take({ type: 'opened', at: clock.now() }),
      synced: () => this.#take({ type: 'synced' }),
      access: (writable) => this.#take({ type: 'access', writable, at: clock.now() }),
      sent: (frame) => this.#take({ type: 'sent', frame }),
      confirmed: (frames) => this.#take({ type: 'confirmed', frames, at: clock.now() }),
      lost: () => this.#take({ type: 'lost', at: clock.now() }),
      refused: (code) => this.#take({ type: 'refused', code }),
    })
  }

  getSnapshot = (): DocumentSnapshot => this.#snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Something written here is not on the server's disk yet, whatever the words on the screen are. */
  get hasUnsent(): boolean {
    return unsentOf(this.#state) > 0
  }

  dispose(): void {
    this.#cancelTimer()
    this.#listeners.clear()
    this.doc.off('update', this.#handleUpdate)
    this.#connection.dispose()
    this.awareness.destroy()
    this.doc.destroy()
  }

  #handleUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin !== this.#connection.origin) this.#take({ type: 'changed', at: this.#clock.now() })
  }

  #take(event: DocumentEvent): void {
    this.#state = evolveDocument(this.#state, event)
    this.#publish()
  }

  #publish(): void {
    this.#cancelTimer()
    const now = this.#clock.now()
    const next = { status: statusOf(this.#state, now), canWrite: canWrite(this.#state) }
    const changesAt = statusChangesAt(this.#state, now)
    if (changesAt !== null) this.#cancelTimer = this.#clock.after(changesAt - now, () => this.#publish())
    if (isSame(next, this.#snapshot)) return
    this.#snapshot = next
    for (const listener of [...this.#listeners]) listener()
  }
}

function isSame(a: DocumentSnapshot, b: DocumentSnapshot): boolean {
  return a.canWrite === b.canWrite && JSON.stringify(a.status) === JSON.stringify(b.status)
}
