/** How the load lets time pass: edits have their moment, and a server may take its time. */

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Whether the condition held before the deadline. */
export async function holdsWithin(ms: number, condition: () => boolean, lookEveryMs = 5): Promise<boolean> {
  const endsAt = performance.now() + ms
  while (!condition()) {
    if (performance.now() > endsAt) return false
    await pause(lookEveryMs)
  }
  return true
}
