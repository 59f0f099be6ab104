/** Everybody at once: scenario D with nothing in hand, scenario G with the copies from before a restart. */
import * as Y from 'yjs'
import { Client, type Copy, problemsOf } from '../Client.ts'
import { receivedBy } from '../convergence.ts'
import { longState, textAfter } from '../history.ts'
import type { Job, Seat, TaskResult } from '../Job.ts'
import { clientFrame } from '../RawSocket.ts'
import { holdsWithin, pause } from '../waiting.ts'
import { openWindow } from '../window.ts'

const seedDeadlineMs = 20_000
const stormDeadlineMs = 60_000
/** Of those who join, every so manieth is looked at in full. */
const sampleEvery = 100

export async function joinStorm(job: Extract<Job, { task: 'joinStorm' }>): Promise<TaskResult> {
  const state = longState(job.bytes)
  const wanted = textAfter([state])
  // The host stays, so that a server that unloads empty documents still has it.
  const host = await bring(job, job.host, state)
  const result = await storm(job, job.seats, undefined, (clients) => {
    const short = clients.filter(({ firstAnswerBytes }) => firstAnswerBytes < state.length / 2).length
    const other = clients.filter(({ kept }) => kept !== null && textAfter(kept) !== wanted).length
    return [
      ...(short > 0 ? [`${short} were answered with a part of the document`] : []),
      ...(other > 0 ? [`${other} of the sample have another text`] : []),
    ]
  })
  host.end()
  return result
}

/** Brings a document to the server, to be there after its restart. */
export async function seedState(job: Extract<Job, { task: 'seedState' }>): Promise<TaskResult> {
  const host = await bring(job, job.seat, longState(job.bytes))
  host.end()
  return { measures: {}, problems: [] }
}

export async function reconnectStorm(job: Extract<Job, { task: 'reconnectStorm' }>): Promise<TaskResult> {
  const state = longState(job.bytes)
  const copy: Copy = {
    stateVector: Y.encodeStateVectorFromUpdate(state),
    // An empty state vector is one byte: the server has lost the document and needs all of it again.
    answer: (serverStateVector) => (serverStateVector.length <= 1 ? state : Buffer.from([0, 0])),
  }
  const result = await storm(job, job.seats, copy, () => [])
  const text = textAfter(await receivedBy(job, job.newcomer))
  if (text !== textAfter([state])) result.problems.push('a newcomer gets another text afterwards')
  return result
}

async function storm(
  { framing }: Pick<Job, 'framing'>,
  seats: Seat[],
  copy: Copy | undefined,
  differences: (clients: Client[]) => string[],
): Promise<TaskResult> {
  const window = await openWindow()
  const startedAt = performance.now()
  const clients = seats.map((seat, index) => {
    const client = new Client(framing, seat, index, {}, copy)
    if (index % sampleEvery === 0) client.kept = []
    return client
  })
  const areIn = () => clients.every(({ isSynced, error }) => isSynced || error !== null)
  await holdsWithin(stormDeadlineMs, areIn)
  const allInMs = performance.now() - startedAt
  const { loadCpuShare } = await window.end()
  const outside = clients.filter(({ isSynced }) => !isSynced).length
  const problems = [...problemsOf(clients), ...differences(clients)]
  if (outside > 0) problems.push(`${outside} of ${clients.length} did not get in`)
  const megabytesOut = clients.reduce((sum, client) => sum + client.bytesIn, 0) / 1e6
  for (const client of clients) client.end()
  return { measures: { allInMs, megabytesOut, loadCpuShare }, problems }
}

/** Connects, hands over the state and waits until the server gives it back. */
async function bring({ framing }: Pick<Job, 'framing'>, seat: Seat, state: Uint8Array): Promise<Client> {
  const wanted = textAfter([state])
  const host = new Client(framing, seat, 0)
  if (!(await holdsWithin(seedDeadlineMs, () => host.isSynced))) throw new Error(`no host: ${host.error}`)
  host.sendUpdate(clientFrame(host.writer.step2(state)))
  for (const endsAt = performance.now() + seedDeadlineMs; performance.now() < endsAt; ) {
    host.kept = []
    host.askAgain()
    await holdsWithin(seedDeadlineMs, () => host.isSynced || host.error !== null)
    if (textAfter(host.kept) === wanted) {
      host.kept = null
      return host
    }
    await pause(100)
  }
  throw new Error(`the document does not come back whole: ${host.error}`)
}
