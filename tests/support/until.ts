/**
 * Waiting in tests: for a named condition, never for a time. Each wait has a deadline and says in words what did not
 * happen. This is the only file of the tests that lets real time pass.
 */
import type { EventEmitter } from 'node:events'

/** Long enough for a loaded machine of two cores; a condition that holds is seen much sooner. */
const defaultDeadlineMs = 10_000
/** How often a condition is looked at when nothing announces its change. */
const pollMs = 10

/**
 * Waits until the condition gives something other than `undefined` or `false`, and gives that.
 * `message` completes "waited in vain until …".
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  message: string,
  deadlineMs = defaultDeadlineMs,
): Promise<Exclude<T, undefined | false>> {
  const startedAt = performance.now()
  for (;;) {
    const value = await condition()
    if (value !== undefined && value !== false) return value as Exclude<T, undefined | false>
    if (performance.now() - startedAt > deadlineMs) throw new Error(`waited in vain until ${message}`)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/** Gives what the promise gives, or fails after the deadline. `message` completes "waited in vain until …". */
export async function within<T>(promise: Promise<T>, message: string, deadlineMs = defaultDeadlineMs): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited in vain until ${message}`)), deadlineMs)
  })
  try {
    return await Promise.race([promise, deadline])
  } finally {
    clearTimeout(timer)
  }
}

/** Stays true for as long as it is watched: shows that something does *not* happen. Keep the time short. */
export async function staysTrue(condition: () => boolean, message: string, watchMs = 300): Promise<void> {
  const startedAt = performance.now()
  while (performance.now() - startedAt < watchMs) {
    if (!condition()) throw new Error(`it did not stay true that ${message}`)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/** The next event of an emitter that satisfies the predicate, with its first argument. */
export function nextEvent<T>(
  emitter: Pick<EventEmitter, 'on' | 'off'>,
  event: string,
  message: string,
  accepts: (value: T) => boolean = () => true,
  deadlineMs = defaultDeadlineMs,
): Promise<T> {
  let listener: ((value: T) => void) | undefined
  const seen = new Promise<T>((resolve) => {
    listener = (value) => {
      if (accepts(value)) resolve(value)
    }
    emitter.on(event, listener)
  })
  return within(seen, message, deadlineMs).finally(() => {
    if (listener !== undefined) emitter.off(event, listener)
  })
}
