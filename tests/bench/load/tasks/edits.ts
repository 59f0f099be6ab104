/** People write in one or many documents for a while: scenarios A and B, and those that vary A. */
import { connectAll, problemsOf } from '../Client.ts'
import { differences, keepSample } from '../convergence.ts'
import { EditTraffic } from '../EditTraffic.ts'
import { Histogram } from '../Histogram.ts'
import type { EditsJob, Job, TaskResult } from '../Job.ts'
import { startPasting } from '../pasting.ts'
import { pause } from '../waiting.ts'
import { openWindow } from '../window.ts'

const warmUpSeconds = 2
const settleMs = 300
const drainMs = 10_000

export async function edits(job: Job & EditsJob): Promise<TaskResult> {
  let receive: EditTraffic['receive'] = () => undefined
  const clients = await connectAll(job.framing, job.rooms.flat(), {
    update: (client, bytes, start, end) => receive(client, bytes, start, end),
  })
  for (const client of clients.slice(clients.length - job.slowReaders)) client.stopReading()
  const unplaced = [...clients]
  const rooms = job.rooms.map(({ length }) => unplaced.splice(0, length))
  for (const room of rooms) keepSample(room)
  const traffic = new EditTraffic(rooms, job.writersPerRoom)
  receive = traffic.receive
  const confirmed = new Histogram()
  const perSecond = traffic.writings.length * job.perSecond
  const pasting = startPasting(clients[0], job.pastedBytes)

  await pause(settleMs)
  await traffic.write(perSecond, warmUpSeconds, 11)
  await traffic.drained(drainMs)
  for (const client of clients) client.onConfirmed = (ms) => confirmed.add(ms)
  const bytesBefore = bytesIn()
  const before = { sent: traffic.sent, delivered: traffic.delivered }
  const window = await openWindow()
  traffic.measure()
  const lag = await traffic.write(perSecond, job.seconds, 12)
  const isComplete = await traffic.drained(drainMs)
  const { seconds, loadCpuShare } = await window.end()
  pasting.stop()
  const readers = clients.filter(({ isReading }) => isReading)
  const measures = {
    editsPerSecond: (traffic.sent - before.sent) / job.seconds,
    deliveries: traffic.delivered - before.delivered,
    p50Ms: traffic.latency.quantile(0.5),
    p99Ms: traffic.latency.quantile(0.99),
    ...(confirmed.count > 0 && { confirmP99Ms: confirmed.quantile(0.99) }),
    megabytesOut: (bytesIn() - bytesBefore) / 1e6,
    sendLagP99Ms: lag.quantile(0.99),
    loadCpuShare,
    seconds,
  }
  const problems = [...problemsOf(readers), ...(await differences(traffic, job, job.newcomer))]
  if (!isComplete) problems.push(`${traffic.expected - traffic.delivered} deliveries are missing`)
  if (traffic.gaps > 0) problems.push(`${traffic.gaps} edits came after their successors`)
  for (const client of clients) client.end()
  return { measures, problems }

  function bytesIn(): number {
    return clients.reduce((sum, client) => sum + client.bytesIn, 0)
  }
}
