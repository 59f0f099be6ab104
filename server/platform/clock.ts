/** Time as a port. Everything that asks for the time or waits gets a Clock, so that tests drive it by hand. */
export interface Timer {
  cancel(): void
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Calls `action` once, not before `ms` milliseconds. A waiting timer does not keep the process alive. */
  after(ms: number, action: () => void): Timer
  every(ms: number, action: () => void): Timer
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, action) {
    const timer = setTimeout(action, ms)
    timer.unref()
    return { cancel: () => clearTimeout(timer) }
  },
  every(ms, action) {
    const timer = setInterval(action, ms)
    timer.unref()
    return { cancel: () => clearInterval(timer) }
  },
}
