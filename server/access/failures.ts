/**
 * Counts wrong secrets per address, never right ones: three hundred people share a hotel's one address. The same wrong
 * code from the same address counts once, so a hall that mistypes one printed code does not shut itself out, while a
 * guesser, who tries a new one each time, soon has to wait.
 */
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { limits } from '../../shared/contracts/limits.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import { hashOf } from './secrets.ts'

export class Failures {
  readonly #byAddress: RateLimiterMemory
  readonly #bySecret: RateLimiterMemory

  constructor(allowed: { points?: number; windowMs?: number } = {}) {
    const { points = limits.failuresPerAddress, windowMs = limits.failureWindowMs } = allowed
    const duration = windowMs / 1_000
    this.#byAddress = new RateLimiterMemory({ points, duration, keyPrefix: 'address' })
    this.#bySecret = new RateLimiterMemory({ points: 1, duration, keyPrefix: 'secret' })
  }

  /** Throws the problem that says how long to wait, if this address has failed too often. */
  async check(address: string): Promise<void> {
    const state = await this.#byAddress.get(address)
    if (!isSpent(state)) return
    const minutes = Math.max(1, Math.ceil(state.msBeforeNext / 60_000))
    throw new ProblemError(
      'too-many-failures',
      `Too many wrong codes came from this network. Wait ${minutes} min, or use a personal link.`,
    )
  }

  async count(address: string, secret: string): Promise<void> {
    // What is spent stays spent until the window ends: a flood of guesses fills no memory.
    if (isSpent(await this.#byAddress.get(address))) return
    const isNew = await this.#bySecret.consume(`${address} ${hashOf(secret)}`).then(
      () => true,
      () => false,
    )
    if (isNew) await this.#byAddress.penalty(address)
  }
}

function isSpent(state: RateLimiterRes | null): state is RateLimiterRes {
  return state !== null && state.remainingPoints <= 0
}
