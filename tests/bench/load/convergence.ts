/**
 * After the traffic: for a sample of clients, and for a newcomer where the server keeps the document, everything that
 * was received is applied to a Y.Doc and its text compared with that of all edits that were sent.
 */
import { Client } from './Client.ts'
import type { EditTraffic } from './EditTraffic.ts'
import { sentBy } from './EditTraffic.ts'
import { textAfter } from './history.ts'
import type { Job, Seat } from './Job.ts'
import { holdsWithin, pause } from './waiting.ts'

/** On a slow disk it takes its time until it is known who they are. */
const newcomerDeadlineMs = 30_000
/** Words that come after the first answer, where a server answers before it has applied everything. */
const afterAnswerMs = 100

/** The first, the last and some between; to be called before the traffic. */
export function keepSample(clients: Client[]): void {
  const last = clients.length - 1
  for (const at of [0, 1, Math.floor(last / 3), Math.floor(last / 2), last]) {
    const client = clients[at]
    if (client?.isReading) client.kept ??= []
  }
}

export async function differences(traffic: EditTraffic, job: Job, newcomer: Seat): Promise<string[]> {
  const problems: string[] = []
  for (const [room, clients] of traffic.rooms.entries()) {
    const sample = clients.filter(({ kept }) => kept !== null)
    const newcomers = room === 0 && job.keepsDocuments
    if (sample.length === 0 && !newcomers) continue
    const wanted = textAfter(traffic.sentInto(room))
    for (const client of sample) {
      const own = traffic.writings.filter((writing) => writing.client === client).flatMap(sentBy)
      const text = textAfter([...(client.kept ?? []), ...own])
      if (text !== wanted) problems.push(`client ${client.index} has ${text.length} of ${wanted.length} characters`)
    }
    if (newcomers) {
      const text = textAfter(await receivedBy(job, newcomer))
      if (text !== wanted) problems.push(`a newcomer gets ${text.length} of ${wanted.length} characters`)
    }
  }
  return problems
}

/** Everything that somebody gets who connects now and has nothing. */
export async function receivedBy({ framing }: Pick<Job, 'framing'>, seat: Seat): Promise<Uint8Array[]> {
  const client = new Client(framing, seat, 0)
  const kept: Uint8Array[] = []
  client.kept = kept
  await holdsWithin(newcomerDeadlineMs, () => client.isSynced || client.error !== null)
  await pause(afterAnswerMs)
  client.end()
  return kept
}
