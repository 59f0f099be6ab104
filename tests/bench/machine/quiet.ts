/** Waits for a machine on which nothing else runs: what is measured beside other work says nothing. */
import { pause } from '../load/waiting.ts'
import { busySeconds } from './cpu.ts'

/** CPU that others take on a machine that may be called quiet, as a share of one core. */
const quietShare = 0.2
/** What they may take during a run. More, because the kernel's own work for the load's network counts as others'. */
export const undisturbedShare = 0.4
const lookMs = 500
const looks = 60

/** Gives up after half a minute: the run then shows its disturbance itself. */
export async function waitForQuiet(): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const before = busySeconds()
    const startedAt = performance.now()
    await pause(lookMs)
    if ((busySeconds() - before) / ((performance.now() - startedAt) / 1_000) < quietShare) return
  }
}
