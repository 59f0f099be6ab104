/** Handshake and updates: rules of server/sync/SPEC.md, driven by hand; no socket, no disk, no time that passes by itself. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeAwareness, encodeSync } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { handDrivenHub, settle, theCase } from '../support/handDriven.ts'
import { insertion, textAt, textIn, update } from '../support/syncFrames.ts'

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
  expect(await textIn(hub)).toBe('early')
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
  expect(await textIn(hub)).toBe('bob')
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
  expect(await textIn(hub)).toBe('')
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
  expect(await textIn(hub)).toContain('two one ')
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

test('[UP3] a step 2 is asked for again when what it lacked has come from elsewhere', async () => {
  const { connect, hub } = handDrivenHub()
  const lost = new Y.Doc()
  const first = update('one ', lost)
  const second = insertion('two ', lost)
  const alice = connect('alice', { confirm: true })
  const bob = connect('bob')
  await settle()
  alice.peer.clear()
  alice.client.receive(encodeSync('step2', second))
  await settle()
  expect(alice.peer.kinds()).toEqual([])
  bob.client.receive(update('unrelated '))
  expect(alice.peer.kinds()).toEqual(['update'])
  bob.client.receive(first)
  expect(alice.peer.kinds()).toEqual(['update', 'update', 'step1'])
  alice.client.receive(encodeSync('step2', second))
  await settle()
  expect(alice.peer.kinds().at(-1)).toBe('saved 2')
  expect(await textIn(hub)).toContain('two one ')
})

test('[UP3] words of others that a dead server had passed on keep nobody’s own words from being confirmed', async () => {
  const { connect, store, hub } = handDrivenHub()
  const lost = new Y.Doc()
  update('one ', lost)
  const own = new Y.Doc()
  own.getText('t').insert(0, 'mine ')
  // It waits in this client for what came before it, and shows to nobody.
  Y.applyUpdate(own, insertion('two ', lost))
  const alice = connect('alice', { confirm: true, clientId: own.clientID })
  await settle()
  alice.peer.clear()
  alice.client.receive(encodeSync('step2', Y.encodeStateAsUpdate(own)))
  await settle()
  expect(alice.peer.kinds()).toEqual(['saved 1'])
  expect(store.rows).toHaveLength(1)
  expect(await textIn(hub)).toBe('mine ')
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
  expect((await textIn(hub)).length).toBe(limits.syncFrameBytes)
})
