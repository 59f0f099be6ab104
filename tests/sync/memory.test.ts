/** Memory comes back: thousands of documents opened, written and left, by hand, with a heap that is really collected. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { DocumentName } from '../../shared/contracts/ids.ts'
import { handDrivenHub, settle } from '../support/handDriven.ts'
import { cursor, update } from '../support/syncFrames.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function heapBytes(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

test('[PE4] ten thousand documents that were opened, written and left take no memory any more', async () => {
  let live = 0
  const { connect, clock, store } = handDrivenHub({
    live: (documents) => {
      live = documents
    },
  })
  const visit = async (from: number, to: number) => {
    for (let index = from; index < to; index++) {
      const document: DocumentName = `case/c${index}`
      const { client } = connect(`p${index}`, { document, clientId: index })
      await settle()
      client.receive(cursor(index, 1, {}))
      client.receive(update('x'.repeat(1_000)))
      await settle()
      client.ended()
    }
    clock.advance(31_000)
    await settle()
    // What the store of this test holds is not the hub's.
    store.rows.length = 0
    store.kept.length = 0
    store.commits.length = 0
  }
  const together = 250
  await visit(0, together)
  const before = heapBytes()
  for (let from = together; from < 10_000; from += together) await visit(from, from + together)
  expect(live).toBe(0)
  expect(heapBytes()).toBeLessThan(before * 1.1)
}, 60_000)
