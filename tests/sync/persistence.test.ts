/** Persistence, slow readers and shutdown: rules of server/sync/SPEC.md, driven by hand; no socket, no disk, no time that passes by itself. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { handDrivenHub, settle } from '../support/handDriven.ts'
import { textAt, textIn, update } from '../support/syncFrames.ts'

test('[PE1] a lone writer waits for nobody; what comes meanwhile shares the next commit', async () => {
  const { connect, store } = handDrivenHub()
  const alice = connect('alice')
  const bob = connect('bob', { document: 'board/b1' })
  await settle()
  store.hold()
  alice.client.receive(update('1'))
  alice.client.receive(update('2'))
  bob.client.receive(update('3'))
  alice.client.receive(update('4'))
  store.release()
  await settle()
  expect(store.commits).toEqual([1, 3])
})

test('[PE2] a client that did not ask hears nothing that it does not know', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice')
  await settle()
  alice.client.receive(update('hola'))
  await settle()
  expect(alice.peer.kinds()).toEqual(['step1'])
})

test('[PE3] a failed commit confirms nothing, is tried again later and later, and loses nothing', async () => {
  const failures: string[] = []
  const { connect, store, clock, hub } = handDrivenHub({ failed: (error) => failures.push(error.message) })
  const alice = connect('alice', { confirm: true })
  await settle()
  alice.peer.clear()
  store.failure = new Error('disk full')
  alice.client.receive(update('one'))
  await settle()
  clock.advance(100)
  await settle()
  clock.advance(100)
  await settle()
  expect(failures).toEqual(['disk full', 'disk full'])
  expect(hub.failure).toBe('disk full')
  alice.client.receive(update('two'))
  store.failure = null
  clock.advance(100)
  await settle()
  expect(alice.peer.kinds()).toEqual(['not saved yet', 'saved 2', 'saved again'])
  expect(store.rows).toHaveLength(2)
  expect(hub.failure).toBeNull()
})

test('[PE3] a commit that takes long is trouble too, and is told', async () => {
  const { connect, store, clock, hub } = handDrivenHub()
  const alice = connect('alice', { confirm: true })
  await settle()
  alice.peer.clear()
  store.hold()
  alice.client.receive(update('one'))
  clock.advance(2_999)
  expect([hub.failure, alice.peer.frames]).toEqual([null, []])
  clock.advance(1)
  expect(hub.failure).toBe('the disk is slow')
  store.release()
  await settle()
  expect(alice.peer.kinds()).toEqual(['not saved yet', 'saved 1', 'saved again'])
})

test('[PE8] words reach the others while the disk stands still', async () => {
  const { connect, store } = handDrivenHub()
  const alice = connect('alice')
  const bob = connect('bob')
  await settle()
  store.hold()
  for (const text of ['one ', 'two ', 'three ']) alice.client.receive(update(text))
  expect(bob.peer.kinds()).toEqual(['step1', 'update', 'update', 'update'])
})

test('[PE4] a document leaves memory when nobody has it open, but not before it is saved', async () => {
  const counts: number[] = []
  const { connect, store, clock } = handDrivenHub({ live: (documents) => counts.push(documents) })
  const alice = connect('alice')
  await settle()
  store.hold()
  alice.client.receive(update('hola'))
  alice.client.ended()
  clock.advance(30_000)
  expect(counts.at(-1)).toBe(1)
  store.release()
  await settle()
  clock.advance(30_000)
  expect(counts.at(-1)).toBe(0)
  const bob = connect('bob')
  await settle()
  bob.client.receive(encodeSync('step1', Y.encodeStateVector(new Y.Doc())))
  expect(textAt(bob.peer)).toBe('hola')
})

test('[PE4] a document that is opened again in time stays the same live document', async () => {
  const { connect, clock, hub } = handDrivenHub()
  const alice = connect('alice')
  await settle()
  alice.client.receive(update('hola'))
  alice.client.ended()
  clock.advance(29_000)
  const bob = connect('bob')
  await settle()
  clock.advance(60_000)
  bob.client.receive(update('bob '))
  await settle()
  expect(await textIn(hub)).toContain('hola')
})

test('[PE4] a document leaves memory also when it was loaded after everybody had gone', async () => {
  const live: number[] = []
  const { connect, store, clock } = handDrivenHub({ live: (documents) => live.push(documents) })
  store.hold()
  connect('alice').client.ended()
  clock.advance(40_000)
  store.release()
  await settle()
  clock.advance(60_000)
  expect(live).toEqual([1, 0])
})

test('[PE5] a failed load closes with 1012 and the next try loads again', async () => {
  const { connect, store } = handDrivenHub()
  store.failure = new Error('unreadable')
  const alice = connect('alice')
  alice.client.receive(update('early'))
  await settle()
  expect(alice.peer).toMatchObject({ closedWith: closeCodes.restarting, frames: [] })
  store.failure = null
  const again = connect('alice')
  await settle()
  expect(again.peer.kinds()).toEqual(['step1'])
  expect(store.rows).toEqual([])
})

test('[PE6] compaction replaces exactly the rows that it read, and the document stays the same', async () => {
  const { connect, store, clock, hub } = handDrivenHub()
  const alice = connect('alice')
  await settle()
  const doc = new Y.Doc()
  for (let index = 0; index < 120; index++) alice.client.receive(update(`${index} `, doc))
  await settle()
  const before = await textIn(hub)
  alice.client.ended()
  clock.advance(30_000)
  await settle()
  expect(store.rows).toEqual([])
  expect(store.snapshots.size).toBe(1)
  expect(await textIn(hub)).toBe(before)
})

test('[SL1] a reader whose backlog passes the limit is closed with 4508 and the others go on', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice')
  const slow = connect('slow')
  const bob = connect('bob')
  await settle()
  slow.peer.backlogBytes = limits.connectionBacklogBytes + 1
  alice.client.receive(update('hola'))
  expect(slow.peer.closedWith).toBe(closeCodes.tooSlow)
  expect(textAt(bob.peer)).toBe('hola')
})

test('[SD1] stopping closes with 1012, saves what it took, and lets nobody in', async () => {
  const { connect, store, hub } = handDrivenHub()
  const alice = connect('alice')
  await settle()
  store.hold()
  alice.client.receive(update('last words'))
  const stopped = hub.stop()
  expect(alice.peer.closedWith).toBe(closeCodes.restarting)
  store.release()
  await stopped
  expect(store.rows).toHaveLength(1)
  expect(connect('bob').peer.closedWith).toBe(closeCodes.restarting)
})
