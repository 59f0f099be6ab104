/** What is bounded: rules of server/sync/SPEC.md, driven by hand; no socket, no disk, no time that passes by itself. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { frameTypes } from '../../shared/contracts/sync.ts'
import { handDrivenHub, settle } from '../support/handDriven.ts'
import { cursor, textIn, update } from '../support/syncFrames.ts'

const megabyte = 1_000_000

test('[LI2] a document at its size becomes read-only, and what was written there comes back when it is smaller', async () => {
  const filled: string[] = []
  const { connect, hub } = handDrivenHub({ filled: (scope, by, document) => filled.push(`${scope} ${by} ${document}`) })
  const alice = connect('alice', { confirm: true })
  const doc = new Y.Doc()
  await settle()
  alice.peer.clear()
  for (let size = 0; size <= limits.documentBytes; size += megabyte) {
    alice.client.receive(update('x'.repeat(megabyte), doc))
    await settle()
  }
  expect(filled).toEqual(['m1 alice case/c1'])
  expect(alice.peer.kinds().at(-2)).toBe('full')
  alice.client.receive(update('one more', doc))
  const late = connect('bob', { confirm: true })
  await settle()
  expect(late.peer.kinds()).toEqual(['full'])
  expect(await textIn(hub)).not.toContain('one more')
  expect(alice.peer.closedWith).toBeNull()
})

test('[LI2] a document that was written over and over is not full as long as its state is small', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice', { confirm: true })
  const doc = new Y.Doc()
  await settle()
  const map = doc.getMap('m')
  for (let size = 0; size <= 2 * limits.documentBytes; size += megabyte) {
    const before = Y.encodeStateVector(doc)
    map.set('key', 'x'.repeat(megabyte))
    alice.client.receive(encodeSync('update', Y.encodeStateAsUpdate(doc, before)))
    await settle()
  }
  expect(alice.peer.kinds()).not.toContain('full')
})

test('[LI3] updates and awareness are counted per person, over all their tabs, and refilled by the clock', async () => {
  const reached: string[] = []
  const { connect, clock, hub } = handDrivenHub({ limited: (limit) => reached.push(limit) })
  const tabs = [connect('alice'), connect('alice'), connect('alice')]
  const bob = connect('bob')
  await settle()
  const [one, two, three] = tabs
  for (let index = 0; index < limits.awarenessAtOnce; index++) one?.client.receive(cursor(1, index + 1, {}))
  expect(one?.peer.closedWith).toBeNull()
  two?.client.receive(cursor(2, 1, {}))
  expect(two?.peer.closedWith).toBe(closeCodes.rateLimited)
  two?.client.ended()
  clock.advance(1_000)
  for (let index = 0; index < limits.awarenessPerSecond; index++) three?.client.receive(cursor(3, index + 1, {}))
  expect(three?.peer.closedWith).toBeNull()
  three?.client.receive(cursor(3, 1_000, {}))
  expect(three?.peer.closedWith).toBe(closeCodes.rateLimited)
  bob.client.receive(update('bob'))
  expect([bob.peer.closedWith, reached]).toEqual([null, ['awarenessPerSecond']])
  expect(await textIn(hub)).toBe('bob')
})

test('[LI1] [LI3] an update too many closes its connection, and its words come with the step 2 of the next one', async () => {
  const { connect, hub } = handDrivenHub()
  const doc = new Y.Doc()
  const alice = connect('alice')
  await settle()
  const empty = encodeSync('update', Y.encodeStateAsUpdate(new Y.Doc()))
  for (let index = 0; index < limits.updatesAtOnce; index++) alice.client.receive(empty)
  alice.client.receive(update('too fast', doc))
  expect(alice.peer.closedWith).toBe(closeCodes.rateLimited)
  alice.client.ended()
  const again = connect('alice')
  await settle()
  again.client.receive(encodeSync('step2', Y.encodeStateAsUpdate(doc)))
  expect(await textIn(hub)).toBe('too fast')
})

test('[LI3] a person has so many connections and no more', async () => {
  const { connect } = handDrivenHub()
  const tabs = Array.from({ length: limits.connectionsPerPerson }, () => connect('alice'))
  const oneMore = connect('alice')
  const bob = connect('bob')
  expect([tabs.at(-1), oneMore, bob].map((one) => one?.peer.closedWith)).toEqual([null, closeCodes.rateLimited, null])
  tabs[0]?.client.ended()
  expect(connect('alice').peer.closedWith).toBeNull()
})

test('[PE7] past a limit of unsaved words new writers wait, past the next everybody; nothing is lost', async () => {
  const reached: string[] = []
  const { connect, clock, store, hub } = handDrivenHub({ limited: (limit) => reached.push(limit) })
  const writer = (name: string, document: 'case/c1' | 'case/c2' | 'case/c3' | 'case/c4' | 'case/c5') => ({
    ...connect(name, { confirm: true, document }),
    doc: new Y.Doc(),
  })
  const writers = [
    writer('alice', 'case/c1'),
    writer('bob', 'case/c2'),
    writer('carol', 'case/c3'),
    writer('dan', 'case/c4'),
    writer('eva', 'case/c5'),
  ]
  await settle()
  store.failure = new Error('disk full')
  let sent = 0
  const write = (upTo: number) => {
    for (; sent <= upTo; sent += megabyte) {
      const one = writers[(sent / megabyte) % writers.length]
      one?.client.receive(update('x'.repeat(megabyte), one.doc))
    }
  }
  write(limits.unsavedBytes)
  await settle()
  const late = connect('late', { confirm: true })
  await settle()
  expect(late.peer.kinds()).toEqual(['unsaved', 'not saved yet'])
  expect(writers[0]?.peer.kinds()).toContain('not saved yet')
  expect(writers[0]?.peer.kinds()).not.toContain('unsaved')
  write(limits.unsavedBytesAtMost)
  expect(writers.map((one) => one.peer.kinds().at(-1))).toEqual(writers.map(() => 'unsaved'))
  expect(reached).toEqual(['unsavedBytes', 'unsavedBytesAtMost'])
  store.failure = null
  clock.advance(5_000)
  await settle()
  expect(hub.failure).toBeNull()
  for (const one of writers) {
    expect(one.peer.kinds()).toContain('writable')
    expect(one.peer.kinds()).toContain('saved again')
    one.client.receive(encodeSync('step2', Y.encodeStateAsUpdate(one.doc)))
  }
  await settle()
  expect(late.peer.kinds().filter((kind) => kind === 'writable' || kind === 'step1')).toEqual(['writable', 'step1'])
  expect(store.rows.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)).toBeGreaterThan(limits.unsavedBytesAtMost)
})

test('[SL1] the state that a reader asked for does not count as backlog while it is on its way', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice')
  const slow = connect('slow')
  const doc = new Y.Doc()
  await settle()
  for (let size = 0; size < 3 * megabyte; size += megabyte) alice.client.receive(update('x'.repeat(megabyte), doc))
  slow.client.receive(encodeSync('step1', Y.encodeStateVector(new Y.Doc())))
  slow.peer.backlogBytes = 3 * megabyte + limits.connectionBacklogBytes - 1
  alice.client.receive(update('a', doc))
  expect(slow.peer.closedWith).toBeNull()
  slow.peer.backlogBytes = 3 * megabyte + limits.connectionBacklogBytes + 2_000
  alice.client.receive(update('b', doc))
  expect(slow.peer.closedWith).toBe(closeCodes.tooSlow)
})

test('[SL1] a reader that never reads and asks for the state again and again is closed', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice')
  const greedy = connect('greedy', { writable: false })
  const doc = new Y.Doc()
  await settle()
  for (let size = 0; size < 3 * megabyte; size += megabyte) alice.client.receive(update('x'.repeat(megabyte), doc))
  greedy.peer.unread = true
  const step1 = encodeSync('step1', Y.encodeStateVector(new Y.Doc()))
  for (let asked = 0; asked < 10; asked++) greedy.client.receive(step1)
  expect(greedy.peer.closedWith).toBe(closeCodes.tooSlow)
  expect(greedy.peer.backlogBytes).toBeLessThan(3 * 3 * megabyte)
})

test('[LI3] updates and questions count in whichever way their type is written', async () => {
  const { connect } = handDrivenHub()
  const mallory = connect('mallory')
  const curious = connect('curious')
  await settle()
  const [type = 0, ...rest] = encodeSync('update', Y.encodeStateAsUpdate(new Y.Doc()))
  // A varUint may have zeros behind its last digit.
  const odd = new Uint8Array([type | 0x80, 0, ...rest])
  for (let index = 0; index <= limits.updatesAtOnce; index++) mallory.client.receive(odd)
  expect(mallory.peer.closedWith).toBe(closeCodes.rateLimited)
  const whoIsHere = new Uint8Array([frameTypes.queryAwareness])
  for (let index = 0; index <= limits.awarenessAtOnce; index++) curious.client.receive(whoIsHere)
  expect(curious.peer.closedWith).toBe(closeCodes.rateLimited)
})

test('[HS2] early frames take bounded memory, also when they are empty', async () => {
  const { connect, store } = handDrivenHub()
  store.hold()
  const mallory = connect('mallory')
  await settle()
  const empty = new Uint8Array(0)
  for (let index = 0; index < 300_000; index++) mallory.client.receive(empty)
  expect(mallory.peer.closedWith).toBe(closeCodes.frameTooLarge)
  store.release()
})
