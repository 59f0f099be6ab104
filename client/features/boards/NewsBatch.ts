/**
 * Collects the cards that others add, so that they are told together: "3 new cards in Obstacles" after a pause, not a
 * sentence for each. The caller makes the sentence.
 */
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { Cancel, Clock } from '../../lib/time.ts'

/** How long cards are collected from the first one on: short enough to be news, long enough for a burst. */
export const batchMs = 5_000

export class NewsBatch {
  readonly #clock: Clock
  readonly #tell: (counts: ReadonlyMap<CardKind, number>) => void
  #counts = new Map<CardKind, number>()
  #cancel: Cancel | null = null

  constructor(clock: Clock, tell: (counts: ReadonlyMap<CardKind, number>) => void) {
    this.#clock = clock
    this.#tell = tell
  }

  add(counts: ReadonlyMap<CardKind, number>): void {
    for (const [column, count] of counts) this.#counts.set(column, (this.#counts.get(column) ?? 0) + count)
    if (this.#counts.size > 0) this.#cancel ??= this.#clock.after(batchMs, () => this.#flush())
  }

  dispose(): void {
    this.#cancel?.()
  }

  #flush(): void {
    const counts = this.#counts
    this.#counts = new Map()
    this.#cancel = null
    this.#tell(counts)
  }
}
