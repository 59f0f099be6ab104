/** Counts latencies in steps of 0.02 ms up to 100 ms and of 1 ms up to two minutes: millions of them in fixed memory. */

const stepsPerMs = 50
const fineUpToMs = 100
const longestMs = 120_000

export class Histogram {
  readonly #fine = new Uint32Array(fineUpToMs * stepsPerMs)
  readonly #coarse = new Uint32Array(longestMs + 1)
  #count = 0

  get count(): number {
    return this.#count
  }

  add(ms: number): void {
    this.#count += 1
    if (ms < fineUpToMs) count(this.#fine, Math.max(0, Math.floor(ms * stepsPerMs)))
    else count(this.#coarse, Math.min(longestMs, Math.floor(ms)))
  }

  /** The upper edge of the step in which the quantile lies; 0 when nothing was counted. */
  quantile(share: number): number {
    let left = Math.ceil(this.#count * share)
    if (left === 0) return 0
    for (const [step, here] of this.#fine.entries()) {
      left -= here
      if (left <= 0) return (step + 1) / stepsPerMs
    }
    for (const [ms, here] of this.#coarse.entries()) {
      left -= here
      if (left <= 0) return ms + 1
    }
    return longestMs
  }
}

function count(steps: Uint32Array, index: number): void {
  steps[index] = (steps[index] ?? 0) + 1
}
