/** A clock of the client that stands until it is moved, and then runs what was due, in order. */
import type { Clock } from '../../client/lib/time.ts'

export interface HandClock extends Clock {
  pass(ms: number): void
}

export function handClock(): HandClock {
  let now = 1_000_000
  const timers = new Set<{ at: number; action: () => void }>()
  return {
    now: () => now,
    after(delayMs: number, action: () => void) {
      const timer = { at: now + delayMs, action }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    pass(ms: number) {
      const end = now + ms
      for (;;) {
        const due = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        timers.delete(due)
        now = due.at
        due.action()
      }
      now = end
    },
  }
}
