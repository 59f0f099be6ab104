/** Scenario E: a document with a long history, and the first person who opens it after a restart. */
import * as Y from 'yjs'
import { Client } from '../Client.ts'
import { operationLog, textAfter, textName } from '../history.ts'
import type { Job, Seat, TaskResult } from '../Job.ts'
import { clientFrame } from '../RawSocket.ts'
import { holdsWithin, pause } from '../waiting.ts'
import { openWindow } from '../window.ts'

const connectDeadlineMs = 15_000
const seedDeadlineMs = 120_000
const loadDeadlineMs = 30_000
/** The load waits for the server when so much is on its way. */
const mostUnsentBytes = 65_536
const sentAtOnce = 200

/** Writes the history operation by operation, one person after the other, and waits until the server has all of it. */
export async function seedLog(job: Extract<Job, { task: 'seedLog' }>): Promise<TaskResult> {
  const updates = operationLog(job.operations)
  const share = Math.ceil(updates.length / job.seats.length)
  for (const [index, seat] of job.seats.entries()) {
    const from = index * share
    await seedPart(job, seat, updates.slice(from, from + share), updates.slice(0, from + share))
  }
  return { measures: {}, problems: [] }
}

async function seedPart({ framing }: Pick<Job, 'framing'>, seat: Seat, part: Uint8Array[], soFar: Uint8Array[]) {
  const client = new Client(framing, seat, 0)
  if (!(await holdsWithin(connectDeadlineMs, () => client.isSynced))) throw new Error(`no seed: ${client.error}`)
  for (let from = 0; from < part.length; from += sentAtOnce) {
    for (const update of part.slice(from, from + sentAtOnce)) {
      client.sendUpdate(clientFrame(client.writer.update(update)))
    }
    await holdsWithin(seedDeadlineMs, () => client.unsentBytes < mostUnsentBytes || client.error !== null, 1)
  }
  const wanted = textAfter(soFar)
  for (const endsAt = performance.now() + seedDeadlineMs; performance.now() < endsAt && client.error === null; ) {
    client.kept = []
    client.askAgain()
    await holdsWithin(seedDeadlineMs, () => client.isSynced || client.error !== null)
    if (textAfter(client.kept) === wanted) {
      client.end()
      return
    }
    await pause(100)
  }
  throw new Error(`the server does not take the history: ${client.error ?? 'it is not whole in time'}`)
}

/** A server may answer before it has loaded: the clock stops when the whole text is here. */
export async function coldSync(job: Extract<Job, { task: 'coldSync' }>): Promise<TaskResult> {
  const updates = operationLog(job.operations)
  const whole = new Y.Doc()
  whole.transact(() => {
    for (const update of updates) Y.applyUpdate(whole, update)
  })
  const wanted = whole.getText(textName).toString()
  const snapshot = Y.encodeStateAsUpdate(whole)
  const yjsLoadMs = timed(() => Y.applyUpdate(new Y.Doc(), snapshot))

  const window = await openWindow()
  const startedAt = performance.now()
  const client = new Client(job.framing, job.seat, 0)
  const kept: Uint8Array[] = []
  client.kept = kept
  const doc = new Y.Doc()
  let applied = 0
  let wholeMs: number | null = null
  let firstLength: number | null = null
  while (wholeMs === null && performance.now() - startedAt < loadDeadlineMs && client.error === null) {
    await holdsWithin(loadDeadlineMs, () => kept.length > applied || client.error !== null, 1)
    const arrivedMs = performance.now() - startedAt
    for (const update of kept.slice(applied)) Y.applyUpdate(doc, update)
    applied = kept.length
    const { length } = doc.getText(textName)
    firstLength ??= length
    if (length >= wanted.length) wholeMs = arrivedMs
  }
  const { loadCpuShare } = await window.end()
  client.end()
  const problems: string[] = []
  if (doc.getText(textName).toString() !== wanted) problems.push(`the text is not whole: ${client.error ?? 'other'}`)
  const measures = { ...(wholeMs !== null && { wholeMs }), yjsLoadMs, loadCpuShare }
  return { measures: { ...measures, emptyFirstAnswers: firstLength === 0 ? 1 : 0 }, problems }
}

function timed(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}
