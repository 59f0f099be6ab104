/**
 * What survives a crash: committed rows and snapshots. Work waits in one line, as it does before the one writer of the
 * real store, and is done, refused, or done and reported as failed. For each document it keeps a *mirror* that takes
 * every committed row: what the mirror has is durable.
 */
import * as Y from 'yjs'
import { assemble } from '../../../server/sync/assemble.ts'
import type {
  Compaction,
  StoredDeposit,
  StoredDocument,
  StoredSnapshot,
  UpdateRow,
  Version,
} from '../../../server/sync/ports.ts'
import type { DepositId, DocumentName } from '../../../shared/contracts/ids.ts'
import { emptyDoc } from './edits.ts'

export type Outcome = 'done' | 'failed' | 'answerLost'

export interface Task {
  /** Takes effect; gives what tells the server so. */
  work(): () => void
  refuse(error: Error): void
}

export class Disk {
  mode: 'prompt' | 'held' | 'failing' = 'prompt'
  readonly #rows: (UpdateRow & { id: number })[] = []
  readonly #snapshots = new Map<DocumentName, StoredSnapshot>()
  readonly segments: { document: DocumentName; segment: Uint8Array }[] = []
  readonly versions: Version[] = []
  readonly #mirrors = new Map<DocumentName, Y.Doc>()
  readonly deposits = new Map<DepositId, { deposit: StoredDeposit; isAccepted: boolean; settled: () => void }>()
  #line: Task[] = []
  #lastId = 0

  put(task: Task): void {
    this.#line.push(task)
  }

  /** Does the next task in line; false when there is none. */
  next(outcome: Outcome): boolean {
    const task = this.#line.shift()
    if (!task) return false
    if (outcome === 'failed') task.refuse(new Error('the disk is full'))
    else {
      const answer = task.work()
      if (outcome === 'done') answer()
      else task.refuse(new Error('the answer was lost'))
    }
    return true
  }

  /** What was asked of the disk dies with the process that asked. */
  forgetLine(): void {
    this.#line = []
  }

  load(document: DocumentName): StoredDocument {
    const updates = this.#rows.filter((row) => row.document === document)
    return { snapshot: this.#snapshots.get(document) ?? null, updates }
  }

  append(rows: UpdateRow[]): void {
    for (const row of rows) {
      this.#rows.push({ ...row, id: ++this.#lastId })
      Y.applyUpdate(this.mirror(row.document), row.bytes)
    }
  }

  compact({ document, snapshot, segment, madeOf }: Compaction): void {
    this.#snapshots.set(document, snapshot)
    this.segments.push({ document, segment })
    const gone = new Set(madeOf)
    const kept = this.#rows.filter((row) => !gone.has(row.id))
    this.#rows.splice(0, this.#rows.length, ...kept)
  }

  keepDeposit(deposit: Omit<StoredDeposit, 'depositId'>, settled: () => void): void {
    const depositId = `deposit${++this.#lastId}` as DepositId
    this.deposits.set(depositId, { deposit: { ...deposit, depositId }, isAccepted: false, settled })
  }

  waitingDeposits(): DepositId[] {
    return [...this.deposits].filter(([, { isAccepted }]) => !isAccepted).map(([id]) => id)
  }

  acceptedDeposits(): DepositId[] {
    return [...this.deposits].filter(([, { isAccepted }]) => isAccepted).map(([id]) => id)
  }

  decideDeposit(id: DepositId, isAccepted: boolean): void {
    const known = this.deposits.get(id)
    if (known && isAccepted) known.isAccepted = true
    else this.deposits.delete(id)
  }

  /** Its words are in their document, and its author hears so. */
  removeDeposit(id: DepositId): void {
    this.deposits.get(id)?.settled()
    this.deposits.delete(id)
  }

  mirror(document: DocumentName): Y.Doc {
    const known = this.#mirrors.get(document)
    if (known) return known
    const mirror = emptyDoc()
    this.#mirrors.set(document, mirror)
    return mirror
  }

  /** The document as a server that starts now would load it. */
  reload(document: DocumentName): Y.Doc {
    return assemble(document, this.load(document)).doc
  }
}
