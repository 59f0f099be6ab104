/**
 * The client's only clock and timers. What waits or measures takes a `Clock`, so that a test drives it by hand.
 */

export type Cancel = () => void

export interface Clock {
  /** Milliseconds since 1970 on this device, which may be wrong: show times that the server gave. */
  now(): number
  /** Runs `action` once after a delay, unless cancelled before. */
  after(delayMs: number, action: () => void): Cancel
}

export const clock: Clock = {
  now: () => Date.now(),
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs)
    return () => clearTimeout(timer)
  },
}
