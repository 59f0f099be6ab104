/**
 * How large a document's state is. Measuring means to encode it, so it is estimated from what was added and measured
 * only when the estimate has passed the limit, and again each time it has grown by a hundredth of it.
 */
const measuresPerLimit = 100

export class SizeGauge {
  readonly #limit: number
  readonly #measure: () => number
  #estimate: number
  #measureFrom: number

  /** `estimate`: at least as many bytes as the state has. */
  constructor(limit: number, estimate: number, measure: () => number) {
    this.#limit = limit
    this.#measure = measure
    this.#estimate = estimate
    this.#measureFrom = limit
  }

  /** Adds what an update has; true when the state is over the limit now. */
  add(bytes: number): boolean {
    this.#estimate += bytes
    if (this.#estimate <= this.#measureFrom) return false
    this.#estimate = this.#measure()
    this.#measureFrom = Math.max(this.#limit, this.#estimate + this.#limit / measuresPerLimit)
    return this.#estimate > this.#limit
  }
}
