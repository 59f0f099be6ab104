/** Who wrote what: rules of server/sync/SPEC.md, driven by hand; no socket, no disk, no time that passes by itself. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { handDrivenHub, settle, theCase } from '../support/handDriven.ts'
import { cursor, insertion, textIn, update } from '../support/syncFrames.ts'

function docOf(clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  return doc
}

const whole = (doc: Y.Doc) => encodeSync('step2', Y.encodeStateAsUpdate(doc))
const empty = whole(new Y.Doc())

test('[AU1] words under the declared id are their connection’s own, over several tabs', async () => {
  const { connect, hub } = handDrivenHub()
  const tab = connect('alice', { clientId: 1 })
  const other = connect('alice')
  const bob = connect('bob')
  await settle()
  other.client.receive(cursor(2, 1, {}))
  bob.client.receive(cursor(3, 1, {}))
  tab.client.receive(update('abc', docOf(1)))
  other.client.receive(update('defg', docOf(2)))
  bob.client.receive(update('hi', docOf(3)))
  expect(new Map(await hub.authors(theCase))).toEqual(
    new Map([
      [1, [{ from: 0, to: 3, participantId: 'alice', isOwn: true }]],
      [2, [{ from: 0, to: 4, participantId: 'alice', isOwn: true }]],
      [3, [{ from: 0, to: 2, participantId: 'bob', isOwn: true }]],
    ]),
  )
})

test('[AU2] words of somebody who is away are kept as delivered, and what they add later as their own', async () => {
  const { connect, hub } = handDrivenHub()
  const bob = connect('bob', { clientId: 3 })
  await settle()
  const away = docOf(1)
  insertion('offline ', away)
  bob.client.receive(whole(away))
  const alice = connect('alice', { clientId: 1 })
  await settle()
  alice.client.receive(update('online ', away))
  expect(new Map(await hub.authors(theCase)).get(1)).toEqual([
    { from: 0, to: 8, participantId: 'bob', isOwn: false },
    { from: 8, to: 15, participantId: 'alice', isOwn: true },
  ])
  expect(await textIn(hub)).toBe('online offline ')
})

test('[AU3] new words under the id of somebody who is here and synced close their sender and change nothing', async () => {
  const { connect, hub, store } = handDrivenHub()
  const alice = connect('alice', { clientId: 1 })
  const mallory = connect('mallory', { clientId: 2 })
  await settle()
  const own = docOf(1)
  alice.client.receive(empty)
  alice.client.receive(update('mine', own))
  const copy = docOf(1)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(own))
  // Yjs gives a document another id when its own comes from outside.
  copy.clientID = 1
  mallory.client.receive(whole(copy))
  expect(mallory.peer.closedWith).toBeNull()
  mallory.client.receive(update('forged', copy))
  await settle()
  expect(mallory.peer.closedWith).toBe(closeCodes.malformed)
  expect(alice.peer.closedWith).toBeNull()
  expect(await textIn(hub)).toBe('mine')
  expect(store.rows).toHaveLength(1)
})

test('[AU3] before the person has synced, and for another tab of theirs, it is no offence', async () => {
  const { connect, hub } = handDrivenHub()
  connect('alice', { clientId: 1 })
  const bob = connect('bob', { clientId: 2 })
  await settle()
  const relayed = docOf(1)
  bob.client.receive(update('relayed ', relayed))
  const later = connect('alice', { clientId: 4 })
  await settle()
  later.client.receive(empty)
  later.client.receive(update('from my other tab ', relayed))
  expect([bob.peer.closedWith, later.peer.closedWith]).toEqual([null, null])
  expect(await textIn(hub)).toBe('from my other tab relayed ')
})

test('[AU1] an id that somebody holds, or once wrote under, cannot be declared by another', async () => {
  const { connect, clock } = handDrivenHub()
  const alice = connect('alice', { clientId: 1 })
  const early = connect('mallory', { clientId: 1 })
  await settle()
  expect(early.peer.closedWith).toBe(closeCodes.malformed)
  alice.client.receive(update('mine', docOf(1)))
  await settle()
  alice.client.ended()
  const late = connect('mallory', { clientId: 1 })
  await settle()
  expect(late.peer.closedWith).toBe(closeCodes.malformed)
  late.client.ended()
  clock.advance(30_000)
  await settle()
  const afterReload = connect('mallory', { clientId: 1 })
  const owner = connect('alice', { clientId: 1 })
  await settle()
  expect([afterReload.peer.closedWith, owner.peer.closedWith]).toEqual([closeCodes.malformed, null])
})

test('[AU4] authorship is the same after the document left memory, before and after it was compacted', async () => {
  const { connect, hub, clock, store } = handDrivenHub()
  const alice = connect('alice', { clientId: 1 })
  const bob = connect('bob', { clientId: 2 })
  await settle()
  const docs = { alice: docOf(1), bob: docOf(2) }
  for (let index = 0; index < 60; index++) {
    alice.client.receive(update('a', docs.alice))
    bob.client.receive(update('bb', docs.bob))
  }
  await settle()
  const before = await hub.authors(theCase)
  alice.client.ended()
  bob.client.ended()
  clock.advance(30_000)
  expect(await hub.authors(theCase)).toEqual(before)
  await settle()
  expect(store.rows).toEqual([])
  clock.advance(30_000)
  await settle()
  expect(await hub.authors(theCase)).toEqual(before)
  expect(before).toHaveLength(2)
})

test('[AW1] [AU1] who came while it was locked writes as themselves once it is not, and nobody takes their id', async () => {
  const { connect, hub } = handDrivenHub()
  const alice = connect('alice', { writable: false })
  await settle()
  alice.client.receive(cursor(1, 1, {}))
  hub.review('m1', () => 'write')
  const own = docOf(1)
  alice.client.receive(whole(own))
  alice.client.receive(update('first words', own))
  const mallory = connect('mallory')
  await settle()
  mallory.client.receive(cursor(1, 1, {}))
  mallory.client.receive(empty)
  alice.client.receive(update('and more ', own))
  expect(alice.peer.closedWith).toBeNull()
  expect(new Map(await hub.authors(theCase)).get(1)).toEqual([{ from: 0, to: 20, participantId: 'alice', isOwn: true }])
})
