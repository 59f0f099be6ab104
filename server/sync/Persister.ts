/**
 * The group commit over all documents. One commit is under way at a time; what comes in meanwhile goes together into
 * the next, so a lone writer waits for nobody and a hall of writers shares one fsync [PE1]. A commit that fails keeps
 * everything in memory and is tried again, later and later [PE3].
 */
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import type { Clock } from '../platform/clock.ts'
import type { LiveDocument } from './LiveDocument.ts'
import type { DocumentStore, UpdateRow } from './ports.ts'

/** Rows of one transaction: bounds how long the others wait for the writer. */
const maxRowsPerCommit = 1_000
const firstRetryMs = 100
const maxRetryMs = 5_000

interface Pending extends UpdateRow {
  live: LiveDocument
  version: number
}

export interface PersisterReport {
  unsaved(updates: number): void
  committed(ms: number): void
  failed(error: Error): void
}

export class Persister {
  readonly #store: DocumentStore
  readonly #clock: Clock
  readonly #report: PersisterReport
  #queue: Pending[] = []
  #pumping: Promise<void> | null = null
  #failing: Error | null = null
  #retryNow: () => void = () => undefined

  constructor(ports: { store: DocumentStore; clock: Clock; report: PersisterReport }) {
    this.#store = ports.store
    this.#clock = ports.clock
    this.#report = ports.report
  }

  /** Why nothing can be saved at the moment; null when all is well. */
  get failure(): Error | null {
    return this.#failing
  }

  readonly enqueue = (live: LiveDocument, version: number, participantId: ParticipantId, bytes: Uint8Array): void => {
    this.#queue.push({ live, version, document: live.name, participantId, bytes, at: this.#clock.now() })
    this.#report.unsaved(this.#queue.length)
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
      this.#failing = error
      if (error) {
        this.#report.failed(error)
        await this.#pause(retryMs)
        retryMs = Math.min(retryMs * 2, maxRetryMs)
        continue
      }
      retryMs = firstRetryMs
      this.#queue = this.#queue.slice(batch.length)
      this.#report.unsaved(this.#queue.length)
      for (const { live, version } of lastOfEach(batch)) live.saved(version)
    }
    this.#pumping = null
  }

  async #commit(batch: Pending[]): Promise<Error | null> {
    const startedAt = this.#clock.now()
    try {
      await this.#store.append(
        batch.map(({ document, participantId, bytes, at }) => ({ document, participantId, bytes, at })),
      )
      this.#report.committed(this.#clock.now() - startedAt)
      return null
    } catch (error) {
      return error as Error
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
}

function lastOfEach(batch: Pending[]): Pending[] {
  return [...new Map(batch.map((pending) => [pending.live, pending])).values()]
}
