/**
 * One socket's view of one document. It is writable, read-only or closed, and it never loses single updates [AC1]:
 * a dropped update would leave a hole that hides all later words of that client.
 *
 *   loading ──▶ writable ◀──▶ readOnly
 *                  └──▶ leaving              closed is the end of each
 *
 * A frame that could not be taken, because it came while read-only or lacks an earlier one, leaves a *hole*. The server
 * asks for what is missing (step 1), and confirms nothing until the answer (step 2) has filled it [UP3] [AC3].
 */
import { type CloseCode, closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { type AccessCode, accessCodes } from '../../shared/contracts/sync.ts'
import { encodeOwn } from './frames.ts'
import type { Peer } from './ports.ts'

export type ConnectionState = 'loading' | 'writable' | 'readOnly' | 'leaving' | 'closed'

/** Why nobody writes who otherwise might: the document's size, or a disk that does not answer. */
export type Withheld = 'full' | 'unsaved'

/** The limits that end a connection, and what it is told. */
const overLimit = {
  syncFrameBytes: [closeCodes.frameTooLarge, 'this update is too large'],
  documentBytes: [closeCodes.frameTooLarge, 'more than a document holds'],
  awarenessBytes: [closeCodes.frameTooLarge, 'this awareness is too large'],
  connectionBacklogBytes: [closeCodes.tooSlow, 'reads too slowly'],
  updatesPerSecond: [closeCodes.rateLimited, 'too many updates'],
  awarenessPerSecond: [closeCodes.rateLimited, 'too much awareness'],
  connectionsPerPerson: [closeCodes.rateLimited, 'too many connections of one person'],
} as const satisfies Partial<Record<keyof typeof limits, readonly [CloseCode, string]>>
export type SyncLimit = keyof typeof overLimit

export interface ConnectionOptions {
  document: DocumentName
  participantId: ParticipantId
  /** What the access to this document depends on: the meeting's id. */
  scope: string
  writable: boolean
  /** The client asked for our own frames. */
  confirm: boolean
  /** The Yjs client id that it declared beforehand; a stock client does so by its first awareness. */
  clientId?: number | undefined
  peer: Peer
}

export class Connection {
  readonly document: DocumentName
  readonly participantId: ParticipantId
  readonly scope: string
  readonly declaredId: number | null
  readonly #peer: Peer
  readonly #confirm: boolean
  #state: ConnectionState = 'loading'
  #mayWrite: boolean
  #withheld: Withheld | null = null
  /** Sync step 2 and update frames that came, applied or not. */
  #received = 0
  #savedCount = 0
  /** Some frame could not be taken; a step 2, which repeats it, mends that. */
  #hasHole = false
  /** It has answered a step 1 since it may write: what it holds is here. */
  #hasAnswered = false
  /** Frames that will be saved once the document's version is on disk. */
  #awaiting: { count: number; version: number }[] = []
  /** Bytes of the largest state it asked for, as long as it may be unsent: a slow line is given time for one. */
  #allowance = 0
  #closeCode: CloseCode | null = null
  #passedLimit: SyncLimit | null = null
  #lastSentAt = 0

  constructor(options: ConnectionOptions) {
    this.document = options.document
    this.participantId = options.participantId
    this.scope = options.scope
    this.declaredId = options.clientId ?? null
    this.#peer = options.peer
    this.#confirm = options.confirm
    this.#mayWrite = options.writable
  }

  get state(): ConnectionState {
    return this.#state
  }

  get closeCode(): CloseCode | null {
    return this.#closeCode
  }

  get passedLimit(): SyncLimit | null {
    return this.#passedLimit
  }

  /** What it sends is applied: also in the leaving phase, when it was written before the right ended. */
  get takesWords(): boolean {
    return this.#state === 'writable' || this.#state === 'leaving'
  }

  /** All words of this client are in the document, as far as the server can know. */
  get isSynced(): boolean {
    return this.#state === 'writable' && this.#hasAnswered && !this.#hasHole
  }

  /** Whether it was sent nothing since `moment`. */
  isQuietSince(moment: number): boolean {
    return this.#lastSentAt <= moment
  }

  /** The document is whole: the connection takes its first real state. */
  begin(now: number): void {
    if (this.#state !== 'loading') return
    this.#lastSentAt = now
    this.#state = this.#mayWrite && this.#withheld === null ? 'writable' : 'readOnly'
    this.#tellAccess()
  }

  /** Changes the right to write in place. True: the caller must now ask for what was missed (step 1). */
  setWritable(mayWrite: boolean): boolean {
    this.#mayWrite = mayWrite
    return this.#settle()
  }

  /** Takes or gives back what the right to write does not decide. True: the caller must now ask (step 1). */
  withhold(reason: Withheld | null): boolean {
    if (reason === this.#withheld) return false
    this.#withheld = reason
    return this.#settle()
  }

  get withheld(): Withheld | null {
    return this.#withheld
  }

  /**
   * The right to read has ended: nothing more goes out [AC4]. Whoever could not write has nothing on its way and is
   * closed. True when it was not over already.
   */
  leave(): boolean {
    if (this.#state === 'leaving' || this.#state === 'closed') return false
    if (this.#state === 'writable') {
      this.#tell('access', accessCodes.leaving)
      this.#state = 'leaving'
    } else this.close(closeCodes.forbidden, 'may not read this document')
    return true
  }

  /** Tells a client of ours that words cannot be saved at the moment, or that they can again. */
  tellTrouble(isTrouble: boolean): void {
    if (this.#state !== 'loading') this.#tell('trouble', isTrouble ? 1 : 0)
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
    else if (frame.holdsAll) {
      this.#hasHole = false
      this.#hasAnswered = true
    }
    if (this.#hasHole) return
    const last = this.#awaiting.at(-1)
    // While a disk does not answer, what changes nothing must not pile up here.
    if (last?.version === version) last.count = count
    else this.#awaiting.push({ count, version })
    this.savedUpTo(savedVersion)
  }

  /** The document is on disk up to `version`: confirms the frames that are in it [PE2]. */
  savedUpTo(version: number): void {
    let count = 0
    while (this.#awaiting[0] && this.#awaiting[0].version <= version) count = this.#awaiting.shift()?.count ?? count
    if (count <= this.#savedCount) return
    this.#savedCount = count
    this.#tell('saved', count)
  }

  /** Sends what the document says: to a leaving connection nothing. Bounded [SL1]. */
  send(frame: Uint8Array, now: number): void {
    if (this.#state === 'leaving') return
    this.#lastSentAt = now
    this.#push(frame)
  }

  /** Sends a state, which may be larger than a backlog is allowed to become. */
  sendState(frame: Uint8Array, now: number): void {
    this.send(frame, now)
    this.#allowance = Math.max(this.#allowance, frame.byteLength)
  }

  close(code: CloseCode, reason: string): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#closeCode = code
    this.#peer.close(code, reason)
  }

  /** Closes because a limit was passed, and remembers which. */
  closeOver(limit: SyncLimit): void {
    if (this.#state === 'closed') return
    this.#passedLimit = limit
    const [code, reason] = overLimit[limit]
    this.close(code, reason)
  }

  /** The socket has gone by itself. */
  ended(): void {
    this.#state = 'closed'
  }

  /** Brings the state in line with the rights. A leaving connection does not come back: it missed what was said. */
  #settle(): boolean {
    if (this.#state !== 'writable' && this.#state !== 'readOnly') return false
    const before = this.#state
    this.#state = this.#mayWrite && this.#withheld === null ? 'writable' : 'readOnly'
    if (this.#state === before) return false
    this.#hasAnswered = false
    this.#tellAccess()
    return this.#state === 'writable'
  }

  #tellAccess(): void {
    this.#tell('access', this.#accessCode())
  }

  #accessCode(): AccessCode {
    if (this.#state === 'writable') return accessCodes.writable
    return this.#mayWrite && this.#withheld !== null ? accessCodes[this.#withheld] : accessCodes.readOnly
  }

  /** Our own frames hold nothing of the document, so a leaving connection hears them too. */
  #tell(type: 'saved' | 'access' | 'trouble', value: number): void {
    if (this.#confirm) this.#push(encodeOwn(type, value))
  }

  #push(frame: Uint8Array): void {
    if (this.#state === 'closed') return
    const { backlogBytes } = this.#peer
    if (backlogBytes <= limits.connectionBacklogBytes) this.#allowance = 0
    if (backlogBytes > limits.connectionBacklogBytes + this.#allowance) {
      this.closeOver('connectionBacklogBytes')
      return
    }
    this.#peer.send(frame)
  }
}
