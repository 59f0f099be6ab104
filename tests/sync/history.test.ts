/** Compaction, history, versions, quarantine: rules of server/sync/SPEC.md, driven by hand; no socket, no disk. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CorruptDocument } from '../../server/sync/ports.ts'
import { decodeSegment } from '../../server/sync/segments.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { handDrivenHub, packing, settle, theCase } from '../support/handDriven.ts'
import { textIn, update } from '../support/syncFrames.ts'

test('[PE6] the history segments and the rows since lead to the document, with who delivered each update', async () => {
  const { connect, store, clock, hub } = handDrivenHub()
  const doc = new Y.Doc()
  for (let round = 0; round < 3; round++) {
    const alice = connect(`author${round}`)
    await settle()
    for (let index = 0; index < 110; index++) alice.client.receive(update(`${round}.${index} `, doc))
    await settle()
    alice.client.ended()
    clock.advance(30_000)
    await settle()
  }
  expect(store.rows).toEqual([])
  const segments = await store.segments(theCase)
  expect(segments).toHaveLength(3)
  const logged = (await Promise.all(segments.map((segment) => decodeSegment(segment, packing)))).flat()
  expect(logged.map(({ participantId }) => participantId)).toEqual(
    ['author0', 'author1', 'author2'].flatMap((name) => Array.from({ length: 110 }, () => name)),
  )
  const replayed = new Y.Doc()
  for (const { bytes } of logged) Y.applyUpdate(replayed, bytes)
  expect(replayed.getText('t').toString()).toBe(await textIn(hub))
  expect(Y.encodeStateVector(replayed)).toEqual(Y.encodeStateVector(await hub.read(theCase)))
})

test('[PE6] a document that stays open is compacted too, and goes on', async () => {
  const { connect, store, hub } = handDrivenHub()
  const alice = connect('alice')
  const doc = new Y.Doc()
  await settle()
  for (let index = 0; index < 2_100; index++) {
    alice.client.receive(update('x', doc))
    if (index % 500 === 0) await settle()
  }
  await settle()
  await settle()
  expect(store.rows.length).toBeLessThan(1_000)
  expect((await store.segments(theCase)).length).toBe(1)
  expect((await textIn(hub)).length).toBe(2_100)
})

test('[PE5] a document with a part missing or damaged is in quarantine and stays as it is', async () => {
  const quarantined: CorruptDocument[] = []
  const { connect, store, clock, hub } = handDrivenHub({ quarantined: (error) => quarantined.push(error) })
  const alice = connect('alice')
  const doc = new Y.Doc()
  await settle()
  for (const text of ['one ', 'two ', 'three ']) {
    alice.client.receive(update(text, doc))
    await settle()
  }
  alice.client.ended()
  clock.advance(30_000)
  const [lost] = store.rows.splice(1, 1)
  const before = [...store.rows]
  const again = connect('alice')
  again.client.receive(update('four', doc))
  await settle()
  expect([again.peer.closedWith, again.peer.frames]).toEqual([closeCodes.quarantined, []])
  await expect(hub.read(theCase)).rejects.toThrow(CorruptDocument)
  expect(store.rows).toEqual(before)
  expect(quarantined.map(({ document }) => document)).toEqual([theCase])
  if (lost) store.rows.splice(1, 0, lost)
  const mended = connect('alice')
  await settle()
  expect(mended.peer.closedWith).toBeNull()
  expect(await textIn(hub)).toBe('three two one ')
})

test('[VE1] a version is kept per five minutes of activity and when a changed document leaves memory', async () => {
  const { connect, store, clock, hub } = handDrivenHub()
  const alice = connect('alice')
  const doc = new Y.Doc()
  await settle()
  clock.advance(600_000)
  await settle()
  expect(store.kept).toEqual([])
  alice.client.receive(update('one ', doc))
  clock.advance(299_000)
  alice.client.receive(update('two ', doc))
  clock.advance(1_000)
  await settle()
  clock.advance(600_000)
  await settle()
  expect(store.kept).toHaveLength(1)
  alice.client.receive(update('three ', doc))
  await settle()
  alice.client.ended()
  clock.advance(30_000)
  await settle()
  const versions = await store.versions(theCase)
  expect(versions.map(({ kind, at }) => [kind, at])).toEqual([
    ['automatic', 1_000_000 + 600_000 + 300_000 + 600_000 + 30_000],
    ['automatic', 1_000_000 + 600_000 + 300_000],
  ])
  const states = await Promise.all(versions.map(({ versionId }) => hub.history.stateOf(theCase, versionId)))
  expect(states.map((state) => textOf(state))).toEqual(['three two one ', 'two one '])
  expect(await hub.history.stateOf(theCase, 'none')).toBeNull()
})

test('[VE2] a version that cannot be kept is reported and holds nobody up', async () => {
  const failures: string[] = []
  const { connect, store, clock } = handDrivenHub({ failed: (error) => failures.push(error.message) })
  store.addVersion = () => Promise.reject(new Error('disk full'))
  const alice = connect('alice', { confirm: true })
  await settle()
  alice.client.receive(update('one'))
  await settle()
  clock.advance(300_000)
  await settle()
  expect(failures).toEqual(['disk full'])
  alice.client.receive(update('two'))
  await settle()
  expect([alice.peer.kinds().at(-1), alice.peer.closedWith]).toEqual(['saved 2', null])
})

function textOf(state: Uint8Array | null): string {
  const doc = new Y.Doc()
  if (state) Y.applyUpdate(doc, state)
  return doc.getText('t').toString()
}
