/** The hub's rules (server/sync/SPEC.md), driven by hand: no socket, no disk, no time that passes by itself. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeFrame, encodeAwareness, encodeSync } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { type FakePeer, handDrivenHub, settle, theCase } from '../support/handDriven.ts'

/** An update that inserts a text, from a document of its own. */
function insertion(text: string, doc = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc, before)
}

const update = (text: string, doc?: Y.Doc) => encodeSync('update', insertion(text, doc))

function textAt(peer: FakePeer): string {
  const doc = new Y.Doc()
  for (const bytes of peer.frames) {
    const frame = decodeFrame(bytes)
    if (frame.kind === 'update' || frame.kind === 'step2') Y.applyUpdate(doc, frame.update)
  }
  return doc.getText('t').toString()
}

async function hubText(hub: ReturnType<typeof handDrivenHub>['hub']): Promise<string> {
  return (await hub.read(theCase)).getText('t').toString()
}

test('[HS2] nothing is answered before the document is loaded, and early frames are not lost', async () => {
  const { connect, store, hub } = handDrivenHub()
  store.hold()
  const alice = connect('alice')
  alice.client.receive(encodeSync('step1', Y.encodeStateVector(new Y.Doc())))
  alice.client.receive(update('early'))
  await settle()
  expect(alice.peer.frames).toEqual([])
  store.release()
  await settle()
  expect(alice.peer.kinds()).toEqual(['step1', 'step2'])
  expect(await hubText(hub)).toBe('early')
})

test('[HS3] a writable connection is asked for what it has before anything else', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice')
  await settle()
  expect(alice.peer.kinds()).toEqual(['step1'])
})

test('[HS4] a step 1 is answered with what the sender lacks', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice')
  await settle()
  alice.client.receive(update('hola'))
  const bob = connect('bob')
  await settle()
  bob.client.receive(encodeSync('step1', Y.encodeStateVector(new Y.Doc())))
  expect(textAt(bob.peer)).toBe('hola')
})

test('[UP1] an update is relayed at once and confirmed only after the commit', async () => {
  const { connect, store } = handDrivenHub()
  const alice = connect('alice', { confirm: true })
  const bob = connect('bob')
  await settle()
  store.hold()
  alice.client.receive(update('hola'))
  await settle()
  expect(textAt(bob.peer)).toBe('hola')
  expect(alice.peer.kinds()).toEqual(['writable', 'step1'])
  store.release()
  await settle()
  expect(alice.peer.kinds()).toEqual(['writable', 'step1', 'saved 1'])
  expect(store.rows).toMatchObject([{ document: theCase, participantId: 'alice' }])
})

test.each([
  ['an empty frame', []],
  ['an unknown frame type', [9, 0]],
  ['an unknown sync type', [0, 7, 0]],
  ['a server’s own frame', [100, 1]],
  ['a truncated update', [0, 2, 5, 1]],
  ['bytes after the frame', [...encodeSync('update', insertion('x')), 0]],
  ['an update that is none', [0, 2, 3, 255, 255, 255]],
  ['a state vector that is none', [0, 0, 2, 200, 200]],
  ['awareness that is no JSON', [...encodeAwareness([{ clientId: 1, clock: 1, json: '{' }])]],
  ['awareness that counts wrong', [1, 1, 9]],
])('[UP2] %s closes its connection with 4422 and nobody else notices', async (_name, bytes) => {
  const { connect, hub } = handDrivenHub()
  const mallory = connect('mallory')
  const bob = connect('bob')
  await settle()
  bob.client.receive(update('bob'))
  bob.peer.clear()
  mallory.client.receive(new Uint8Array(bytes))
  await settle()
  expect(mallory.peer.closedWith).toBe(closeCodes.malformed)
  expect(bob.peer).toMatchObject({ closedWith: null, frames: [] })
  expect(await hubText(hub)).toBe('bob')
})

test('[UP2] an update whose second half is broken changes nothing, not even by its first half', async () => {
  const { connect, hub } = handDrivenHub()
  const mallory = connect('mallory')
  const bob = connect('bob')
  await settle()
  const doc = new Y.Doc()
  const whole = insertion('half', doc)
  // The last byte of an update without deletions counts the clients in its delete set: claim one that is not there.
  const broken = whole.slice()
  broken[broken.length - 1] = 1
  mallory.client.receive(encodeSync('update', broken))
  await settle()
  expect(mallory.peer.closedWith).toBe(closeCodes.malformed)
  expect(textAt(bob.peer)).toBe('')
  expect(await hubText(hub)).toBe('')
})

test('[UP3] an update with a hole before it is not relayed, stored or confirmed, and its sender is asked', async () => {
  const { connect, store, hub } = handDrivenHub()
  const doc = new Y.Doc()
  const first = update('one ', doc)
  const second = update('two ', doc)
  const alice = connect('alice', { confirm: true })
  const bob = connect('bob', { confirm: true })
  await settle()
  alice.peer.clear()
  bob.peer.clear()
  alice.client.receive(second)
  await settle()
  expect(bob.peer.kinds()).toEqual([])
  expect(store.rows).toEqual([])
  expect(alice.peer.kinds()).toEqual(['step1'])

  bob.client.receive(update('bob '))
  await settle()
  expect(bob.peer.kinds()).toEqual(['saved 1'])

  alice.client.receive(encodeSync('step2', Y.encodeStateAsUpdate(doc)))
  await settle()
  expect(alice.peer.kinds().at(-1)).toBe('saved 2')
  expect(await hubText(hub)).toContain('two one ')
  alice.client.receive(first)
  await settle()
  expect(alice.peer.kinds().at(-1)).toBe('saved 3')
})

test('[UP3] a whole frame after a frame with a hole confirms nothing until the hole is filled', async () => {
  const { connect } = handDrivenHub()
  const doc = new Y.Doc()
  update('one ', doc)
  const alice = connect('alice', { confirm: true })
  await settle()
  alice.peer.clear()
  alice.client.receive(update('two ', doc))
  alice.client.receive(update('another client'))
  await settle()
  expect(alice.peer.kinds()).toEqual(['step1'])
})

test('[UP4] what is known already is relayed to nobody and still confirmed', async () => {
  const { connect, store } = handDrivenHub()
  const alice = connect('alice', { confirm: true })
  const bob = connect('bob')
  await settle()
  const frame = update('hola')
  alice.client.receive(frame)
  await settle()
  bob.peer.clear()
  alice.client.receive(frame)
  await settle()
  expect(bob.peer.frames).toEqual([])
  expect(store.rows).toHaveLength(1)
  expect(alice.peer.kinds().at(-1)).toBe('saved 2')
})

test('[UP5] an update over the frame limit closes with 4413, a step 2 of that size is taken', async () => {
  const { connect, hub } = handDrivenHub()
  const big = insertion('x'.repeat(limits.syncFrameBytes))
  const alice = connect('alice')
  const bob = connect('bob')
  await settle()
  alice.client.receive(encodeSync('update', big))
  expect(alice.peer.closedWith).toBe(closeCodes.frameTooLarge)
  bob.client.receive(encodeSync('step2', big))
  await settle()
  expect(bob.peer.closedWith).toBeNull()
  expect((await hubText(hub)).length).toBe(limits.syncFrameBytes)
})

const cursor = (clientId: number, clock: number, state: unknown) =>
  encodeAwareness([{ clientId, clock, json: JSON.stringify(state) }])

function heard(peer: FakePeer) {
  return peer.frames.flatMap((bytes) => {
    const frame = decodeFrame(bytes)
    return frame.kind === 'awareness' ? frame.entries : []
  })
}

test('[AW1] a connection speaks for its first client id only', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice')
  const bob = connect('bob')
  const carol = connect('carol')
  await settle()
  alice.client.receive(cursor(1, 1, { at: 'alice' }))
  bob.client.receive(cursor(2, 1, { at: 'bob' }))
  carol.peer.clear()
  bob.client.receive(cursor(1, 9, { at: 'forged' }))
  bob.client.receive(cursor(3, 1, { at: 'second' }))
  bob.client.receive(cursor(1, 9, null))
  expect(heard(carol.peer)).toEqual([])
  expect(bob.peer.closedWith).toBeNull()
})

test('[AW2] an entry that names another participant is dropped', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice')
  const bob = connect('bob')
  await settle()
  alice.client.receive(cursor(1, 1, { user: { participantId: 'bob' } }))
  expect(heard(bob.peer)).toEqual([])
  alice.client.receive(cursor(1, 2, { user: { participantId: 'alice' } }))
  expect(heard(bob.peer)).toHaveLength(1)
})

test('[AW3] an id passes to a new connection of the same participant and to nobody else', async () => {
  const { connect } = handDrivenHub()
  const before = connect('alice')
  const mallory = connect('mallory')
  const bob = connect('bob')
  await settle()
  before.client.receive(cursor(1, 1, { at: 'old' }))
  mallory.client.receive(cursor(1, 5, { at: 'forged' }))
  const after = connect('alice')
  await settle()
  after.client.receive(cursor(1, 6, { at: 'new' }))
  bob.peer.clear()
  before.client.ended()
  expect(heard(bob.peer)).toEqual([])
  after.client.ended()
  expect(heard(bob.peer)).toEqual([{ clientId: 1, clock: 7, json: 'null' }])
})

test('[AW4] what a connection says comes back to it, a reader’s goes to nobody else', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice')
  const reader = connect('reader', { writable: false })
  await settle()
  alice.client.receive(cursor(1, 1, {}))
  expect(heard(alice.peer)).toHaveLength(1)
  alice.peer.clear()
  reader.peer.clear()
  reader.client.receive(cursor(2, 1, {}))
  expect(heard(reader.peer)).toHaveLength(1)
  expect(heard(alice.peer)).toEqual([])
})

test('[AW5] who comes is told who is here, and all are told who goes', async () => {
  const { connect } = handDrivenHub()
  const alice = connect('alice')
  await settle()
  alice.client.receive(cursor(1, 4, { at: 'alice' }))
  const bob = connect('bob')
  await settle()
  expect(heard(bob.peer)).toMatchObject([{ clientId: 1, clock: 4 }])
  alice.client.ended()
  expect(heard(bob.peer).at(-1)).toEqual({ clientId: 1, clock: 5, json: 'null' })
})

test('[AC2] a read-only connection gets everything and changes nothing', async () => {
  const { connect, store } = handDrivenHub()
  const reader = connect('reader', { writable: false, confirm: true })
  const bob = connect('bob')
  await settle()
  expect(reader.peer.kinds()).toEqual(['readOnly'])
  reader.client.receive(update('mine'))
  reader.client.receive(encodeSync('step2', insertion('mine too')))
  bob.client.receive(update('bob'))
  await settle()
  expect(textAt(bob.peer)).toBe('')
  expect(reader.peer.kinds()).toEqual(['readOnly', 'update'])
  expect(store.rows).toHaveLength(1)
})

test('[AC3] what was written while read-only arrives whole when the right comes back', async () => {
  const { connect, hub } = handDrivenHub()
  const alice = connect('alice', { confirm: true })
  const doc = new Y.Doc()
  await settle()
  alice.client.receive(update('before ', doc))
  hub.review('m1', () => 'read')
  alice.client.receive(update('during ', doc))
  alice.peer.clear()
  hub.review('m1', () => 'write')
  expect(alice.peer.kinds()).toEqual(['writable', 'step1'])
  // Sent before the question reached the client: it lacks what was left aside, and is in the answer anyway.
  alice.client.receive(update('between ', doc))
  await settle()
  expect(alice.peer.kinds()).not.toContain('saved 3')
  alice.client.receive(encodeSync('step2', Y.encodeStateAsUpdate(doc)))
  alice.client.receive(update('after ', doc))
  await settle()
  expect(await hubText(hub)).toBe('after between during before ')
  expect(alice.peer.kinds().at(-1)).toBe('saved 5')
})

test('[AC3] a deletion, which lacks nothing, does not confirm what was left aside before it', async () => {
  const { connect, hub } = handDrivenHub()
  const alice = connect('alice', { confirm: true })
  const doc = new Y.Doc()
  await settle()
  alice.client.receive(update('before ', doc))
  await settle()
  hub.review('m1', () => 'read')
  alice.client.receive(update('left aside', doc))
  hub.review('m1', () => 'write')
  alice.peer.clear()
  const vector = Y.encodeStateVector(doc)
  doc.getText('t').delete(doc.getText('t').length - 1, 1)
  alice.client.receive(encodeSync('update', Y.encodeStateAsUpdate(doc, vector)))
  await settle()
  expect(alice.peer.kinds()).toEqual([])
})

test('[AC3] a right that is taken and given while the document loads ends where it was said last', async () => {
  const { connect, hub, store } = handDrivenHub()
  store.hold()
  const alice = connect('alice', { confirm: true })
  hub.review('m1', () => 'read')
  store.release()
  await settle()
  expect(alice.peer.kinds()).toEqual(['readOnly'])
})

test('[AC4] the end of the right to read closes with 4403, in that scope alone', async () => {
  const { connect, hub } = handDrivenHub()
  const alice = connect('alice')
  const bob = connect('bob')
  await settle()
  hub.review('m2', () => 'none')
  hub.review('m1', (_document, participantId) => (participantId === 'bob' ? 'none' : 'write'))
  expect([alice.peer.closedWith, bob.peer.closedWith]).toEqual([null, closeCodes.forbidden])
})

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
  expect(hub.failure?.message).toBe('disk full')
  alice.client.receive(update('two'))
  store.failure = null
  clock.advance(100)
  await settle()
  expect(alice.peer.kinds()).toEqual(['saved 2'])
  expect(store.rows).toHaveLength(2)
  expect(hub.failure).toBeNull()
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
  expect(await hubText(hub)).toContain('hola')
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
  const before = await hubText(hub)
  alice.client.ended()
  clock.advance(30_000)
  await settle()
  expect(store.rows).toEqual([])
  expect(store.snapshots.size).toBe(1)
  expect(await hubText(hub)).toBe(before)
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
