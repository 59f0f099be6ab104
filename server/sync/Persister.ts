/**
 * The group commit over all documents. One commit is under way at a time; what comes in meanwhile goes together into
 * the next, so a lone writer waits for nobody and a hall of writers shares one fsync [PE1]. A commit that fails keeps
 * everything in memory and is tried again, later and later [PE3].
 */
import { limits } from '../../shared/contracts/limits.ts'
import type { Clock } from '../platform/clock.ts'
import type { LiveDocument, Writer } from './LiveDocument.ts'
import type { DocumentStore, UpdateRow } from './ports.ts'

/** Rows of one transaction: bounds how long the others wait for the writer. */
const maxRowsPerCommit = 1_000
const firstRetryMs = 100
const maxRetryMs = 5_000
/** A commit that takes this long is trouble too: people are told before they wonder. */
const slowCommitMs = 3_000

interface Pending extends UpdateRow {
  live: LiveDocument
  version: number
}

export interface PersisterReport {
  unsaved(updates: number, bytes: number, oldestAt: number | null): void
  committed(ms: number): void
  failed(error: Error): void
}

/**
 * How it stands with the disk. `trouble`: words cannot be saved at the moment, and why. `held`: who has to wait until
 * they are: nobody, new writers, or everybody.
 */
export interface DiskState {
  trouble: string | null
  held: 'nobody' | 'new' | 'all'
}

export class Persister {
  readonly #store: DocumentStore
  readonly #clock: Clock
  readonly #report: PersisterReport
  readonly #changed: (state: DiskState, before: DiskState) => void
  #state: DiskState = { trouble: null, held: 'nobody' }
  #queue: Pending[] = []
  #bytes = 0
  #pumping: Promise<void> | null = null
  #retryNow: () => void = () => undefined

  constructor(
    ports: { store: DocumentStore; clock: Clock; report: PersisterReport },
    changed: (state: DiskState, before: DiskState) => void,
  ) {
    this.#store = ports.store
    this.#clock = ports.clock
    this.#report = ports.report
    this.#changed = changed
  }

  get state(): DiskState {
    return this.#state
  }

  enqueue(live: LiveDocument, version: number, { participantId, clientId }: Writer, bytes: Uint8Array): void {
    const at = this.#clock.now()
    this.#queue.push({ live, version, document: live.name, participantId, clientId, bytes, at })
    this.#bytes += bytes.byteLength
    this.#tellUnsaved()
    this.#pumping ??= this.#pump()
  }

  /** Resolves when everything that was enqueued is on disk; a waiting retry is made at once. */
  async flush(): Promise<void> {
    this.#retryNow()
    await this.#pumping
  }

  async #pump(): Promise<void> {
    let retryMs = firstRetryMs
    while (this.#queue.length > 0) {
      const batch = this.#queue.slice(0, maxRowsPerCommit)
      const error = await this.#commit(batch)
      if (error) {
        this.#setTrouble(error.message)
        this.#report.failed(error)
        await this.#pause(retryMs)
        retryMs = Math.min(retryMs * 2, maxRetryMs)
        continue
      }
      retryMs = firstRetryMs
      this.#queue = this.#queue.slice(batch.length)
      for (const { bytes } of batch) this.#bytes -= bytes.byteLength
      for (const { live, version } of lastOfEach(batch)) live.saved(version)
      this.#setTrouble(null)
      this.#tellUnsaved()
    }
    this.#pumping = null
  }

  async #commit(batch: Pending[]): Promise<Error | null> {
    const startedAt = this.#clock.now()
    const slow = this.#clock.after(slowCommitMs, () => this.#setTrouble('the disk is slow'))
    try {
      await this.#store.append(
        batch.map(({ document, participantId, clientId, bytes, at }) => ({
          document,
          participantId,
          clientId,
          bytes,
          at,
        })),
      )
      this.#report.committed(this.#clock.now() - startedAt)
      return null
    } catch (error) {
      return error as Error
    } finally {
      slow.cancel()
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.#clock.after(ms, resolve)
      this.#retryNow = () => {
        timer.cancel()
        resolve()
      }
    })
  }

  #tellUnsaved(): void {
    this.#report.unsaved(this.#queue.length, this.#bytes, this.#queue[0]?.at ?? null)
    this.#become({ ...this.#state, held: heldAt(this.#bytes) })
  }

  #setTrouble(trouble: string | null): void {
    this.#become({ ...this.#state, trouble })
  }

  #become(state: DiskState): void {
    const before = this.#state
    this.#state = state
    this.#changed(state, before)
  }
}

function heldAt(bytes: number): DiskState['held'] {
  if (bytes > limits.unsavedBytesAtMost) return 'all'
  return bytes > limits.unsavedBytes ? 'new' : 'nobody'
}

function lastOfEach(batch: Pending[]): Pending[] {
  return [...new Map(batch.map((pending) => [pending.live, pending])).values()]
}
