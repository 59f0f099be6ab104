/**
 * Scenario C: everybody's cursor moves. A server may drop a state that a newer one has replaced, so what counts is how
 * long a receiver has been behind a sender, sampled, and that in the end everybody has everybody's latest.
 */
import { create, uint32 } from 'lib0/prng'
import { connectAll, problemsOf } from '../Client.ts'
import { Histogram } from '../Histogram.ts'
import { firstClientId, textName } from '../history.ts'
import type { Job, TaskResult } from '../Job.ts'
import { clientFrame } from '../RawSocket.ts'
import { readAwareness } from '../updates.ts'
import { holdsWithin, pause } from '../waiting.ts'
import { openWindow } from '../window.ts'

const warmUpSeconds = 2
const settleMs = 1_000
const catchUpMs = 30_000
const sampleEveryMs = 100
const samplesAtOnce = 1_000

export async function cursors(job: Extract<Job, { task: 'cursors' }>): Promise<TaskResult> {
  const count = job.seats.length
  /** For each receiver and sender the latest clock that arrived. */
  const latest = new Int32Array(count * count)
  /** For each sender when each of its states went out; clocks begin at 1. */
  const sentAt = job.seats.map(() => [0])
  let receiver = 0
  const report = (clientId: number, clock: number) => {
    const sender = clientId - firstClientId
    if (sender < 0 || sender >= count || sender === receiver) return
    const place = receiver * count + sender
    if (clock > (latest[place] ?? 0)) latest[place] = clock
  }
  const clients = await connectAll(job.framing, job.seats, {
    awareness: (client, bytes, start) => {
      receiver = client.index
      readAwareness(bytes, start, report)
    },
  })

  const send = (sender: number) => {
    const clock = sentAt[sender]?.push(performance.now()) ?? 1
    const client = clients[sender]
    const json = stateOf(job.seats[sender]?.participantId ?? '', sender, clock - 1)
    client?.sendAwareness(clientFrame(client.writer.awareness(firstClientId + sender, clock - 1, json)))
  }
  const staleness = new Histogram()
  const chance = create(5)
  const sample = () => {
    const now = performance.now()
    for (let each = 0; each < samplesAtOnce; each++) {
      const to = uint32(chance, 0, count - 1)
      const sender = uint32(chance, 0, count - 1)
      if (to === sender) continue
      const firstMissing = sentAt[sender]?.[(latest[to * count + sender] ?? 0) + 1]
      staleness.add(firstMissing === undefined ? 0 : now - firstMissing)
    }
  }
  const move = async (seconds: number, isMeasured: boolean) => {
    const gapMs = 1_000 / job.perSecond
    const startedAt = performance.now()
    const next = clients.map((_, sender) => startedAt + (sender / count) * gapMs)
    let nextSample = startedAt + sampleEveryMs
    for (let now = startedAt; now < startedAt + seconds * 1_000; now = performance.now()) {
      for (const [sender, due] of next.entries()) {
        if (due > now) continue
        send(sender)
        next[sender] = Math.max(due + gapMs, now - gapMs)
      }
      if (isMeasured && now >= nextSample) {
        sample()
        nextSample = now + sampleEveryMs
      }
      await pause(1)
    }
  }

  await move(warmUpSeconds, false)
  await pause(settleMs)
  const bytesBefore = bytesIn()
  const window = await openWindow()
  await move(job.seconds, true)
  const haveAll = () =>
    sentAt.every((sent, sender) =>
      clients.every((_, to) => to === sender || latest[to * count + sender] === sent.length - 1),
    )
  const isComplete = await holdsWithin(catchUpMs, () => haveAll() || clients.some(({ error }) => error !== null), 20)
  const { seconds, loadCpuShare } = await window.end()
  const measures = {
    stalenessP99Ms: staleness.quantile(0.99),
    megabytesOut: (bytesIn() - bytesBefore) / 1e6,
    loadCpuShare,
    seconds,
  }
  const problems = problemsOf(clients)
  if (!isComplete) problems.push('not everybody has everybody’s latest cursor')
  for (const client of clients) client.end()
  return { measures, problems }

  function bytesIn(): number {
    return clients.reduce((sum, client) => sum + client.bytesIn, 0)
  }
}

/** What the editor's cursor says; each server gets the same. */
function stateOf(participantId: string, sender: number, clock: number): string {
  const at = 100 + ((sender * 37 + clock * 3) % 4_000)
  const position = (offset: number) => ({
    type: null,
    tname: textName,
    item: { client: firstClientId + sender, clock: at + offset },
    assoc: 0,
  })
  return JSON.stringify({
    user: { participantId, color: '#30bced' },
    cursor: { anchor: position(0), head: position(4) },
  })
}
