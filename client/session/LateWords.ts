/**
 * Words of this window that their document did not take, on their way to the facilitators (deposits, server/sync/SPEC.md
 * DE1 to DE3). They are handed in beside the document, tried again while the line or the server fails, and kept here as
 * a copy until the page is closed. What became of them is said by the person's stream, in words by the features.
 *
 * 1. A snapshot that was handed out never changes.
 * 2. A document's session lets its words go only when the server has them, or their writer has a copy of them.
 */
import * as Y from 'yjs'
import type { DepositId, DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import type { ProblemCode } from '../../shared/contracts/problems.ts'
import { insertedText } from '../../shared/documents/insertedText.ts'
import type { OwnDeposit } from '../../shared/proceedings/state.ts'
import { ApiProblem } from '../lib/api.ts'
import type { Cancel, Clock } from '../lib/time.ts'
import type { DocumentSession } from './DocumentSession.ts'
import type { PageEvents } from './OpenDocuments.ts'

/** The first attempt after a failure; each further one waits twice as long. */
const firstRetryMs = 5_000
/** Whoever stands before the screen is still there then. */
const lastRetryMs = 60_000

export type LateStatus =
  | { state: 'sending' }
  /** Not handed in, and tried again; `reason` is what `api` throws. */
  | { state: 'retrying'; reason: unknown }
  /** The server does not take them: the copy is all there is. */
  | { state: 'kept'; reason: unknown }
  | { state: 'handedIn'; depositId: DepositId }

export interface LateEntry {
  id: string
  document: DocumentName
  seat: ParticipantId
  /** How many changes they are. */
  changes: number
  /** Them as text, for the copy. */
  text: string
  at: number
  status: LateStatus
  /** Their writer has saved a copy. */
  hasCopy: boolean
  /** Up to which outcome their writer wants to see no more of them. */
  dismissed: OwnDeposit['outcome'] | null
}

export interface LateWordsPorts {
  /** Rejects as `api` does. */
  send: (document: DocumentName, seat: ParticipantId, update: Uint8Array) => Promise<DepositId>
  newId: () => string
  clock: Clock
  /** Announces that the page is left (`beforeunload`), and that the line is back (`online`). */
  page: PageEvents
}

interface Sending {
  session: DocumentSession
  failures: number
  cancelRetry: Cancel
  onHandedIn: () => void
}

export class LateWords {
  readonly #ports: LateWordsPorts
  readonly #listeners = new Set<() => void>()
  readonly #sending = new Map<string, Sending>()
  #entries: readonly LateEntry[] = []

  constructor(ports: LateWordsPorts) {
    this.#ports = ports
    ports.page.addEventListener('beforeunload', this.#askBeforeLeaving)
    ports.page.addEventListener('online', this.#retryAll)
  }

  getSnapshot = (): readonly LateEntry[] => this.#entries

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Hands in what is unsent in a session; `onHandedIn` follows when the server has it. Twice is once. */
  handIn(session: DocumentSession, seat: ParticipantId, onHandedIn: () => void): void {
    const changes = session.unsent
    if (this.holds(session) || changes.length === 0) return
    const { document } = session
    const id = this.#ports.newId()
    this.#sending.set(id, { session, failures: 0, cancelRetry: () => undefined, onHandedIn })
    const entry: LateEntry = {
      id,
      document,
      seat,
      changes: changes.length,
      text: textOf(changes),
      at: this.#ports.clock.now(),
      status: { state: 'sending' },
      hasCopy: false,
      dismissed: null,
    }
    this.#publish([...this.#entries, entry])
    void this.#send(id)
  }

  /** What is unsent in a session is on its way, so that nothing more is to be decided about it. */
  holds(session: DocumentSession): boolean {
    return [...this.#sending.values()].some((each) => each.session === session)
  }

  /** Tries at once what waits for another attempt. */
  retry(id: string): void {
    const sending = this.#sending.get(id)
    if (sending === undefined || this.#find(id)?.status.state !== 'retrying') return
    sending.cancelRetry()
    this.#set(id, { status: { state: 'sending' } })
    void this.#send(id)
  }

  /** Their writer has saved a copy: what the server does not take need not be asked about any more. */
  markCopied(id: string): void {
    this.#set(id, { hasCopy: true })
    if (this.#find(id)?.status.state === 'kept') this.#finish(id)
  }

  /** Takes them from the screen until there is another outcome. */
  dismiss(id: string, outcome: OwnDeposit['outcome']): void {
    this.#set(id, { dismissed: outcome })
  }

  async #send(id: string): Promise<void> {
    const sending = this.#sending.get(id)
    const entry = this.#find(id)
    if (!sending || !entry) return
    const { session } = sending
    // Writable again in the meantime: they went the usual way.
    if (!session.hasUnsent) {
      this.#drop(id)
      return
    }
    const changes = session.unsent
    this.#set(id, { changes: changes.length, text: textOf(changes) })
    try {
      const depositId = await this.#deposit(session, entry, changes)
      this.#set(id, { status: { state: 'handedIn', depositId } })
      // Whoever may write again and wrote on sends all of it the usual way: what is the same is taken once.
      if (isSame(session.unsent, changes)) this.#finish(id)
      else this.#sending.delete(id)
    } catch (reason) {
      this.#handleFailure(id, sending, reason)
    }
  }

  async #deposit(session: DocumentSession, { document, seat }: LateEntry, changes: readonly Uint8Array[]) {
    const { send } = this.#ports
    try {
      return await send(document, seat, Y.mergeUpdates([...changes]))
    } catch (error) {
      if (codeOf(error) !== 'not-now') throw error
      // It may be that they build on words that the server lost: all that is here lacks nothing [DE3].
      return send(document, seat, Y.encodeStateAsUpdate(session.doc))
    }
  }

  #handleFailure(id: string, sending: Sending, reason: unknown): void {
    const isRefused = sending.session.getSnapshot().status.state === 'refused'
    if (codeOf(reason) === 'conflict' && !isRefused) {
      // They may be written again: the session that holds them does.
      this.#drop(id)
      return
    }
    if (isFinal(reason)) {
      this.#set(id, { status: { state: 'kept', reason } })
      return
    }
    const delayMs = Math.min(lastRetryMs, firstRetryMs * 2 ** sending.failures)
    sending.failures += 1
    this.#set(id, { status: { state: 'retrying', reason } })
    sending.cancelRetry = this.#ports.clock.after(delayMs, () => this.retry(id))
  }

  #finish(id: string): void {
    const sending = this.#sending.get(id)
    this.#sending.delete(id)
    sending?.session.releaseUnsent()
    sending?.onHandedIn()
  }

  #drop(id: string): void {
    this.#sending.delete(id)
    this.#publish(this.#entries.filter((entry) => entry.id !== id))
  }

  #find(id: string): LateEntry | undefined {
    return this.#entries.find((entry) => entry.id === id)
  }

  #set(id: string, change: Partial<LateEntry>): void {
    this.#publish(this.#entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)))
  }

  #publish(entries: readonly LateEntry[]): void {
    this.#entries = entries
    for (const listener of [...this.#listeners]) listener()
  }

  #retryAll = (): void => {
    for (const { id } of this.#entries) this.retry(id)
  }

  #askBeforeLeaving = (event: Event): void => {
    if (this.#sending.size > 0) event.preventDefault()
  }
}

function textOf(changes: readonly Uint8Array[]): string {
  return insertedText(Y.mergeUpdates([...changes]))
}

function isSame(a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean {
  return a.length === b.length && a.every((change, index) => change === b[index])
}

function codeOf(reason: unknown): ProblemCode | null {
  return reason instanceof ApiProblem ? reason.problem.code : null
}

const finalCodes: readonly ProblemCode[] = [
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid-request',
  'too-large',
]

/** The same words would be answered the same. */
function isFinal(reason: unknown): boolean {
  const code = codeOf(reason)
  return code !== null && finalCodes.includes(code)
}
