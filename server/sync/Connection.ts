/**
 * One socket's view of one document. It is writable, read-only or closed, and it never loses single updates [AC1]:
 * a dropped update would leave a hole that hides all later words of that client.
 *
 *   loading ──▶ writable ◀──▶ readOnly      closed is the end of each
 *
 * A frame that could not be taken, because it came while read-only or lacks an earlier one, leaves a *hole*. The server
 * asks for what is missing (step 1), and confirms nothing until the answer (step 2) has filled it [UP3] [AC3].
 */
import { type CloseCode, closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { encodeAccess, encodeSaved } from './frames.ts'
import type { Peer } from './ports.ts'

export type ConnectionState = 'loading' | 'writable' | 'readOnly' | 'closed'

export interface ConnectionOptions {
  document: DocumentName
  participantId: ParticipantId
  /** What the access to this document depends on: the meeting's id. */
  scope: string
  writable: boolean
  /** The client asked for our own frames. */
  confirm: boolean
  peer: Peer
}

export class Connection {
  readonly document: DocumentName
  readonly participantId: ParticipantId
  readonly scope: string
  readonly #peer: Peer
  readonly #confirm: boolean
  #state: ConnectionState = 'loading'
  #mayWrite: boolean
  /** Sync step 2 and update frames that came, applied or not. */
  #received = 0
  #savedCount = 0
  /** Some frame could not be taken; a step 2, which repeats it, mends that. */
  #hasHole = false
  /** Frames that will be saved once the document's version is on disk. */
  #awaiting: { count: number; version: number }[] = []
  #closed: { code: CloseCode } | null = null

  constructor(options: ConnectionOptions) {
    this.document = options.document
    this.participantId = options.participantId
    this.scope = options.scope
    this.#peer = options.peer
    this.#confirm = options.confirm
    this.#mayWrite = options.writable
  }

  get state(): ConnectionState {
    return this.#state
  }

  get mayWrite(): boolean {
    return this.#mayWrite
  }

  get closeCode(): CloseCode | null {
    return this.#closed?.code ?? null
  }

  /** The document is whole: the connection takes its first real state. */
  begin(): void {
    if (this.#state !== 'loading') return
    this.#state = this.#mayWrite ? 'writable' : 'readOnly'
    this.#tellAccess()
  }

  /** Changes the right to write in place. True: the caller must now ask for what was missed (step 1). */
  setWritable(mayWrite: boolean): boolean {
    if (this.#state === 'closed' || mayWrite === this.#mayWrite) return false
    this.#mayWrite = mayWrite
    if (this.#state === 'loading') return false
    this.#state = mayWrite ? 'writable' : 'readOnly'
    this.#tellAccess()
    return mayWrite
  }

  /** Counts a frame that carries words; gives its number on this connection. */
  countFrame(): number {
    return ++this.#received
  }

  /** A frame came while the connection may not write. */
  leftAside(): void {
    this.#hasHole = true
  }

  /**
   * A frame was applied. `isWhole`: all of it is in the document; `holdsAll`: it is a step 2 and so repeats whatever
   * is missing of earlier frames. Only then does a saved version cover all frames up to `count`.
   */
  applied(count: number, frame: { isWhole: boolean; holdsAll: boolean }, version: number, savedVersion: number): void {
    if (!frame.isWhole) this.#hasHole = true
    else if (frame.holdsAll) this.#hasHole = false
    if (this.#hasHole) return
    this.#awaiting.push({ count, version })
    this.savedUpTo(savedVersion)
  }

  /** The document is on disk up to `version`: confirms the frames that are in it [PE2]. */
  savedUpTo(version: number): void {
    let count = 0
    while (this.#awaiting[0] && this.#awaiting[0].version <= version) count = this.#awaiting.shift()?.count ?? count
    if (count <= this.#savedCount) return
    this.#savedCount = count
    if (this.#confirm) this.send(encodeSaved(count))
  }

  send(frame: Uint8Array): void {
    if (this.#state === 'closed') return
    if (this.#peer.backlogBytes > limits.connectionBacklogBytes) {
      this.close(closeCodes.tooSlow, 'reads too slowly')
      return
    }
    this.#peer.send(frame)
  }

  close(code: CloseCode, reason: string): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#closed = { code }
    this.#peer.close(code, reason)
  }

  /** The socket has gone by itself. */
  ended(): void {
    this.#state = 'closed'
  }

  #tellAccess(): void {
    if (this.#confirm) this.send(encodeAccess(this.#mayWrite))
  }
}
