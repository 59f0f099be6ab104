/** Waiting until something that is read again and again is as expected; the difference is shown when it never is. */
import { expect } from 'vitest'

/** Two browsers and a server on a loaded machine of two cores; what holds is seen much sooner. */
const deadlineMs = 15_000
const pollMs = 50

export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: deadlineMs, interval: pollMs })
}
