/**
 * The files that somebody is attaching to one case: one after another, so that a narrow line finishes one before it
 * begins the next. A file that could not be sent stays here, chosen, until it is sent or let go; it outlives the screen
 * that shows it. What a failure means to a reader is said by the feature.
 *
 * 1. A snapshot that was handed out never changes.
 * 2. A file is asked for again under the same command id: an answer that was lost on the way adds it once.
 */
import { claimedKind } from '../../shared/contracts/attachmentKinds.ts'
import { attachmentName } from '../../shared/contracts/http.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { makeProblem, type ProblemCode } from '../../shared/contracts/problems.ts'
import { ApiProblem } from '../lib/api.ts'
import { offlineProblem } from '../lib/offlineProblem.ts'
import type { PageEvents } from './OpenDocuments.ts'

export type UploadStatus =
  | { state: 'waiting' }
  /** `share` from 0 to 1. */
  | { state: 'sending'; share: number }
  /** `reason` is what `api` throws. */
  | { state: 'failed'; reason: unknown }

export interface PendingUpload {
  /** The command id under which the file is sent. */
  id: string
  file: File
  name: string
  status: UploadStatus
}

export interface UploadsSnapshot {
  pending: readonly PendingUpload[]
  /** What happened last, for who does not see it. */
  last: { name: string; outcome: 'attached' | 'failed' } | null
}

export interface UploadPorts {
  isOnline: () => boolean
  newId: () => string
  /** Rejects as `api` does. */
  send: (upload: PendingUpload, onProgress: (share: number) => void) => Promise<unknown>
  page: PageEvents
}

export class CaseUploads {
  readonly #ports: UploadPorts
  readonly #listeners = new Set<() => void>()
  #snapshot: UploadsSnapshot = { pending: [], last: null }
  #isSending = false

  constructor(ports: UploadPorts) {
    this.#ports = ports
    ports.page.addEventListener('beforeunload', this.#askBeforeLeaving)
  }

  getSnapshot = (): UploadsSnapshot => this.#snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(files: readonly File[]): void {
    const pending = files.map((file): PendingUpload => {
      // Some systems write accents apart from their letters: names are kept in one form.
      const name = file.name.normalize('NFC')
      return { id: this.#ports.newId(), file, name, status: { state: 'waiting' } }
    })
    this.#publish({ pending: [...this.#snapshot.pending, ...pending] })
    void this.#sendNext()
  }

  retry(id: string): void {
    this.#set(id, { state: 'waiting' })
    void this.#sendNext()
  }

  /** Lets a file go that has not been sent. */
  dismiss(id: string): void {
    const kept = this.#snapshot.pending.filter((one) => one.id !== id || one.status.state === 'sending')
    this.#publish({ pending: kept })
  }

  async #sendNext(): Promise<void> {
    const next = this.#snapshot.pending.find(({ status }) => status.state === 'waiting')
    if (this.#isSending || !next) return
    this.#isSending = true
    try {
      await this.#send(next)
      const pending = this.#snapshot.pending.filter(({ id }) => id !== next.id)
      this.#publish({ pending, last: { name: next.name, outcome: 'attached' } })
    } catch (reason) {
      this.#set(next.id, { state: 'failed', reason })
      this.#publish({ last: { name: next.name, outcome: 'failed' } })
    }
    this.#isSending = false
    void this.#sendNext()
  }

  async #send(next: PendingUpload): Promise<void> {
    const refusal = refusalOf(next)
    if (refusal) throw new ApiProblem(makeProblem(refusal, 'The server would refuse this file.'))
    if (!this.#ports.isOnline()) throw new ApiProblem(offlineProblem)
    this.#set(next.id, { state: 'sending', share: 0 })
    await this.#ports.send(next, (share) => this.#set(next.id, { state: 'sending', share }))
  }

  #set(id: string, status: UploadStatus): void {
    this.#publish({ pending: this.#snapshot.pending.map((one) => (one.id === id ? { ...one, status } : one)) })
  }

  #publish(change: Partial<UploadsSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change }
    for (const listener of [...this.#listeners]) listener()
  }

  #askBeforeLeaving = (event: Event): void => {
    if (this.#snapshot.pending.some(({ status }) => status.state !== 'failed')) event.preventDefault()
  }
}

/** What the server would say, without sending it twenty megabytes first. */
function refusalOf({ file, name }: PendingUpload): ProblemCode | null {
  if (claimedKind(name) === null) return 'unsupported-media-type'
  if (file.size > limits.attachmentBytes) return 'too-large'
  return file.size === 0 || !attachmentName.safeParse(name).success ? 'invalid-request' : null
}
