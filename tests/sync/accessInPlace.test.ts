/** Access that changes while a document is open: rules of server/sync/SPEC.md, driven by hand; no socket, no disk, no time that passes by itself. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { handDrivenHub, settle } from '../support/handDriven.ts'
import { cursor, heard, insertion, textAt, textIn, update } from '../support/syncFrames.ts'

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
  expect(await textIn(hub)).toBe('after between during before ')
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

test('[AC4] the end of the right to read: nothing goes out, what was on its way is taken, then 4403', async () => {
  const { connect, hub, clock } = handDrivenHub()
  const alice = connect('alice')
  const bob = connect('bob', { confirm: true })
  const doc = new Y.Doc()
  await settle()
  bob.client.receive(cursor(2, 1, {}))
  bob.client.receive(update('before ', doc))
  await settle()
  hub.review('m2', () => 'none')
  bob.peer.clear()
  alice.peer.clear()
  hub.review('m1', (_document, participantId) => (participantId === 'bob' ? 'none' : 'write'))
  expect(heard(alice.peer)).toEqual([{ clientId: 2, clock: 2, json: 'null' }])
  alice.client.receive(update('secret '))
  bob.client.receive(update('on its way ', doc))
  bob.client.receive(encodeSync('step1', Y.encodeStateVector(new Y.Doc())))
  await settle()
  expect(bob.peer.kinds()).toEqual(['leaving', 'saved 2'])
  expect(await textIn(hub)).toContain('on its way before')
  clock.advance(2_999)
  expect([alice.peer.closedWith, bob.peer.closedWith]).toEqual([null, null])
  clock.advance(1)
  expect([alice.peer.closedWith, bob.peer.closedWith]).toEqual([null, closeCodes.forbidden])
})

test('[AC4] who may only read, or whose document is not loaded yet, has nothing on its way and closes at once', async () => {
  const { connect, hub, store } = handDrivenHub()
  const reader = connect('reader', { writable: false })
  await settle()
  store.hold()
  const early = connect('early', { document: 'case/c2' })
  hub.review('m1', () => 'none')
  expect([reader.peer.closedWith, early.peer.closedWith]).toEqual([closeCodes.forbidden, closeCodes.forbidden])
  store.release()
  await settle()
  expect(early.peer.frames).toEqual([])
})

test('[AC4] who may read again before the leaving is over connects again, since they missed what was said', async () => {
  const { connect, hub, clock } = handDrivenHub()
  const bob = connect('bob')
  await settle()
  let access: 'none' | 'write' = 'none'
  hub.review('m1', () => access)
  access = 'write'
  hub.review('m1', () => access)
  expect(bob.peer.closedWith).toBeNull()
  clock.advance(3_000)
  expect(bob.peer.closedWith).toBe(closeCodes.restarting)
})

test('[AC5] a client that asked is told each change, another one hears nothing that it does not know', async () => {
  const { connect, hub } = handDrivenHub()
  const alice = connect('alice', { confirm: true })
  const stock = connect('stock')
  await settle()
  for (const access of ['read', 'read', 'write', 'none'] as const) hub.review('m1', () => access)
  expect(alice.peer.kinds()).toEqual(['writable', 'step1', 'readOnly', 'writable', 'step1', 'leaving'])
  expect(stock.peer.kinds()).toEqual(['step1', 'step1'])
})
