/** Scenario F: the most edits in a second that reach everybody with the 95th percentile under 100 ms. */
import { connectAll, problemsOf } from '../Client.ts'
import { differences, keepSample } from '../convergence.ts'
import { EditTraffic } from '../EditTraffic.ts'
import type { Job, SaturationJob, TaskResult } from '../Job.ts'
import { pause } from '../waiting.ts'
import { openWindow } from '../window.ts'

const longestP95Ms = 100
const rampSeconds = 0.5
const drainMs = 15_000
const restMs = 200
const climb = 1.5
/** Beyond this it is no longer the server that is measured. */
const mostEdits = 40_000
/** Steps between the last rate that held and the first that did not. */
const closings = 3
/** Of what was asked for: less means that the load itself could not send it. */
const leastSent = 0.9

export async function saturation(job: Job & SaturationJob): Promise<TaskResult> {
  let receive: EditTraffic['receive'] = () => undefined
  const clients = await connectAll(job.framing, job.seats, {
    update: (client, bytes, start, end) => receive(client, bytes, start, end),
  })
  keepSample(clients)
  const traffic = new EditTraffic([clients], clients.length)
  receive = traffic.receive
  const endsAt = performance.now() + job.budgetSeconds * 1_000
  let steps = 0

  const holds = async (rate: number): Promise<boolean> => {
    await traffic.write(rate, rampSeconds, 31 + steps)
    traffic.measure()
    const before = traffic.sent
    await traffic.write(rate, job.stepSeconds, 61 + steps)
    const sent = traffic.sent - before
    const isComplete = await traffic.drained(drainMs)
    const p95 = traffic.latency.quantile(0.95)
    traffic.stopMeasuring()
    await pause(restMs)
    steps += 1
    return isComplete && p95 <= longestP95Ms && sent > rate * job.stepSeconds * leastSent
  }

  const window = await openWindow()
  const { held, failed } = await search(job.from, holds, () => performance.now() < endsAt)
  const { loadCpuShare } = await window.end()
  const problems = [...problemsOf(clients), ...(await differences(traffic, job, job.newcomer))]
  if (traffic.gaps > 0) problems.push(`${traffic.gaps} edits came after their successors`)
  if (failed === null) problems.push(`the limit was not found: ${held} edits a second still held`)
  for (const client of clients) client.end()
  return { measures: { maxEditsPerSecond: held, loadCpuShare }, problems }
}

/** Climbs from a first rate (down, if that is too much) and closes in on the limit. */
async function search(from: number, holds: (rate: number) => Promise<boolean>, hasTime: () => boolean) {
  let held = 0
  let failed: number | null = null
  let rate = from
  while (hasTime() && rate < mostEdits && (held === 0 || failed === null)) {
    if (await holds(rate)) held = rate
    else failed = rate
    rate = Math.round(held > 0 ? held * climb : rate / climb / climb)
    if (rate < 1) break
  }
  for (let step = 0; step < closings && failed !== null && held > 0 && hasTime(); step++) {
    const middle = Math.round((held + failed) / 2)
    if (await holds(middle)) held = middle
    else failed = middle
  }
  return { held, failed }
}
