/** Scenario I: each seat's document is opened, written into once, and left. */
import { Client } from '../Client.ts'
import { EditStream } from '../history.ts'
import type { Job, TaskResult } from '../Job.ts'
import { clientFrame } from '../RawSocket.ts'
import { holdsWithin, pause } from '../waiting.ts'

/** Well under what one person may have open (limits.connectionsPerPerson). */
const atOnce = 25
const deadlineMs = 20_000
/** For the word to arrive; who leaves does not wait for more. */
const lingerMs = 50

export async function touch({ framing, seats }: Extract<Job, { task: 'touch' }>): Promise<TaskResult> {
  const stream = new EditStream(0)
  stream.reach(1)
  const [update = new Uint8Array()] = stream.updates
  let failed = 0
  for (let from = 0; from < seats.length; from += atOnce) {
    const clients = seats.slice(from, from + atOnce).map((seat, index) => new Client(framing, seat, index))
    await holdsWithin(deadlineMs, () => clients.every(({ isSynced, error }) => isSynced || error !== null), 2)
    for (const client of clients) {
      if (client.isSynced) client.sendUpdate(clientFrame(client.writer.update(update)))
      else failed += 1
    }
    await pause(lingerMs)
    for (const client of clients) client.end()
  }
  return { measures: {}, problems: failed === 0 ? [] : [`${failed} documents could not be opened`] }
}
