/** Access that changes while a document is open: rules of server/sync/SPEC.md, driven by hand; no socket, no disk, no time that passes by itself. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { handDrivenHub, settle } from '../support/handDriven.ts'
import { insertion, textAt, textIn, update } from '../support/syncFrames.ts'

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

test('[AC4] the end of the right to read closes with 4403, in that scope alone', async () => {
  const { connect, hub } = handDrivenHub()
  const alice = connect('alice')
  const bob = connect('bob')
  await settle()
  hub.review('m2', () => 'none')
  hub.review('m1', (_document, participantId) => (participantId === 'bob' ? 'none' : 'write'))
  expect([alice.peer.closedWith, bob.peer.closedWith]).toEqual([null, closeCodes.forbidden])
})
