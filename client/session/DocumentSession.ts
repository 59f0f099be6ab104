/**
 * One open document of this window: its Yjs document and awareness, its connection, and what may be said of it. A
 * plain object (subscribe / getSnapshot / dispose); React reads it through its hooks. It does not know what is inside
 * the document, nor who may write: the server says so.
 */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
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
  unsentChanges,
  unsentOf,
} from './documentState.ts'

/** What the interface shows of a document besides its content. */
export interface DocumentSnapshot {
  status: DocumentStatus
  canWrite: boolean
  /** The text has been here: there is something to show. */
  isLoaded: boolean
}

export interface DocumentSessionOptions {
  document: DocumentName
  participantId: ParticipantId
  connect: Connect
  clock: Clock
}

export class DocumentSession {
  readonly document: DocumentName
  readonly doc = new Y.Doc()
  readonly awareness = new Awareness(this.doc)
  readonly #clock: Clock
  readonly #connection: DocumentConnection
  readonly #listeners = new Set<() => void>()
  #state: DocumentState = initialDocumentState
  #snapshot: DocumentSnapshot
  #cancelTimer: () => void = () => undefined

  constructor({ document, participantId, connect, clock }: DocumentSessionOptions) {
    this.document = document
    this.#clock = clock
    this.#snapshot = this.#look()
    // Others look the name and the colour up by this id; the server refuses somebody else's.
    this.awareness.setLocalStateField('user', { participantId })
    // Before the connection listens: a change must be counted before the frame that carries it.
    this.doc.on('update', this.#handleUpdate)
    this.#connection = connect(this.doc, this.awareness, {
      opened: () => this.#take({ type: 'opened', at: clock.now() }),
      synced: () => this.#take({ type: 'synced' }),
      access: (code) => this.#take({ type: 'access', code, at: clock.now() }),
      trouble: (isTrouble) => this.#take({ type: 'trouble', isTrouble, at: clock.now() }),
      quarantined: () => this.#take({ type: 'quarantined' }),
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

  /** The changes that are not on the server's disk, one Yjs update each. */
  get unsent(): readonly Uint8Array[] {
    return unsentChanges(this.#state)
  }

  /** What is unsent is no longer this session's to send: it was handed in beside the document, or its writer has it. */
  releaseUnsent(): void {
    this.#take({ type: 'released' })
  }

  dispose(): void {
    this.#cancelTimer()
    this.#listeners.clear()
    this.doc.off('update', this.#handleUpdate)
    this.#connection.dispose()
    this.awareness.destroy()
    this.doc.destroy()
  }

  #handleUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this.#connection.origin) this.#take({ type: 'changed', update, at: this.#clock.now() })
  }

  #take(event: DocumentEvent): void {
    this.#state = evolveDocument(this.#state, event)
    this.#publish()
  }

  #look(): DocumentSnapshot {
    const status = statusOf(this.#state, this.#clock.now())
    return { status, canWrite: canWrite(this.#state), isLoaded: this.#state.loaded }
  }

  #publish(): void {
    this.#cancelTimer()
    const now = this.#clock.now()
    const next = this.#look()
    const changesAt = statusChangesAt(this.#state, now)
    if (changesAt !== null) this.#cancelTimer = this.#clock.after(changesAt - now, () => this.#publish())
    if (isSame(next, this.#snapshot)) return
    this.#snapshot = next
    for (const listener of [...this.#listeners]) listener()
  }
}

function isSame(a: DocumentSnapshot, b: DocumentSnapshot): boolean {
  return a.canWrite === b.canWrite && a.isLoaded === b.isLoaded && JSON.stringify(a.status) === JSON.stringify(b.status)
}
