/**
 * Who is here, without the flicker of hotel wifi and reloads: whoever comes is here at once, whoever goes counts as here
 * for a moment longer. So rows do not jump between the lists while somebody is working with them.
 */
import type { Clock } from '../../lib/time.ts'

/** A reload or a change of access point is over within this. */
export const graceMs = 5_000

export class SteadyPresence {
  readonly #clock: Clock
  readonly #listeners = new Set<() => void>()
  #online: ReadonlySet<string> = new Set()
  #steady: ReadonlySet<string> = new Set()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  getSnapshot = (): ReadonlySet<string> => this.#steady

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  update(online: ReadonlySet<string>): void {
    const left = [...this.#online].filter((id) => !online.has(id))
    this.#online = online
    this.#set(new Set([...this.#steady, ...online]))
    if (left.length > 0) this.#clock.after(graceMs, () => this.#letGo(left))
  }

  /** Lets go of those who have not come back meanwhile. */
  #letGo(left: readonly string[]): void {
    const gone = new Set(left.filter((id) => !this.#online.has(id)))
    this.#set(new Set([...this.#steady].filter((id) => !gone.has(id))))
  }

  #set(steady: ReadonlySet<string>): void {
    if (steady.size === this.#steady.size && [...steady].every((id) => this.#steady.has(id))) return
    this.#steady = steady
    for (const listener of [...this.#listeners]) listener()
  }
}
