/** Updates that no client writes and Yjs would take: rules of server/sync/SPEC.md, driven by hand. And honest ones like them. */
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeAwareness, encodeSync } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { handDrivenHub, settle, theCase } from '../support/handDriven.ts'
import { update } from '../support/syncFrames.ts'

/** First byte of a struct: its content, as Yjs numbers them, and what it says of its place. */
const info = { gc: 0, deleted: 1, text: 4, type: 7, hasOrigin: 128, hasRightOrigin: 64 }
const client = 666

type Write = (encoder: encoding.Encoder) => void

function bytesOf(...numbersAndTexts: (number | string)[]): Write {
  return (encoder) => {
    for (const each of numbersAndTexts) {
      if (typeof each === 'number') encoding.writeVarUint(encoder, each)
      else encoding.writeVarString(encoder, each)
    }
  }
}

/** An update with the given structs of one client, and nothing deleted. */
function updateOf(structs: Write[], deletions: Write = bytesOf(0)): Uint8Array {
  const encoder = encoding.createEncoder()
  bytesOf(1, structs.length, client, 0)(encoder)
  for (const write of structs) write(encoder)
  deletions(encoder)
  return encoding.toUint8Array(encoder)
}

const text = bytesOf(info.text, 1, 't', 'abc')
const times = (count: number, write: (index: number) => Write) =>
  Array.from({ length: count }, (_, index) => write(index))

const manyClients = (() => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 5_001)
  // Each lacks what comes before it, and so waits for all others.
  for (let index = 0; index < 5_001; index++) bytesOf(1, index + 1, 5, info.gc, 1)(encoder)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
})()

const crowd = updateOf([
  bytesOf(info.text, 1, 't', 'a'.repeat(5_000)),
  ...times(5_000, (index) => bytesOf(info.text | info.hasRightOrigin, client, 4_999 - index, 'x')),
])

const nestedTypes = updateOf(
  times(200, (index) => (index === 0 ? bytesOf(info.type, 1, 't', 0) : bytesOf(info.type, 0, client, index - 1, 0))),
)

test.each([
  ['a struct of no length', updateOf([bytesOf(info.gc, 0), text])],
  ['deleted characters, none of them', updateOf([bytesOf(info.deleted, 1, 't', 0)])],
  ['a deletion of nothing', updateOf([text], bytesOf(1, client, 1, 1, 0))],
  [
    'an item beside one that its writer writes later',
    updateOf([text, bytesOf(info.text | info.hasOrigin, client, 50, 'x')]),
  ],
  ['an item inside one that its writer writes later', updateOf([text, bytesOf(info.text, 0, client, 50, 'x')])],
  ['more client ids than a document has', manyClients],
  ['a crowd at one place', crowd],
  ['shared types nested 200 deep', nestedTypes],
])('[UP2] %s closes with 4422, and nothing of it is in the document', async (_name, bytes) => {
  const { connect, hub, store } = handDrivenHub()
  const mallory = connect('mallory')
  const bob = connect('bob')
  await settle()
  bob.client.receive(update('bob'))
  await settle()
  const before = Y.encodeStateAsUpdate(await hub.read(theCase))
  bob.peer.clear()
  mallory.client.receive(encodeSync('step2', bytes))
  await settle()
  expect([mallory.peer.closedWith, bob.peer.closedWith]).toEqual([closeCodes.malformed, null])
  expect(bob.peer.frames).toEqual([])
  expect(Y.encodeStateAsUpdate(await hub.read(theCase))).toEqual(before)
  expect(store.rows).toHaveLength(1)
})

test('[UP2] shared types that are nested deeper with each frame are refused from the hundredth on', async () => {
  const { connect } = handDrivenHub()
  const mallory = connect('mallory')
  await settle()
  const doc = new Y.Doc()
  let list = doc.getArray<unknown>('t')
  let taken = 0
  while (mallory.peer.closedWith === null && taken < 300) {
    const before = Y.encodeStateVector(doc)
    const inner = new Y.Array<unknown>()
    list.push([inner])
    list = inner
    mallory.client.receive(encodeSync('update', Y.encodeStateAsUpdate(doc, before)))
    taken += 1
  }
  expect(mallory.peer.closedWith).toBe(closeCodes.malformed)
  expect(taken).toBe(102)
})

test('[UP2] awareness that is nested too deep closes with 4422 and goes to nobody', async () => {
  const { connect } = handDrivenHub()
  const mallory = connect('mallory')
  const bob = connect('bob')
  await settle()
  bob.peer.clear()
  const json = '['.repeat(5_000) + ']'.repeat(5_000)
  mallory.client.receive(encodeAwareness([{ clientId: 1, clock: 1, json }]))
  expect(mallory.peer.closedWith).toBe(closeCodes.malformed)
  expect(bob.peer.frames).toEqual([])
})

test.each<[string, (doc: Y.Doc) => void]>([
  [
    'ten thousand words, each written before the last one',
    (doc) => {
      for (let count = 0; count < 10_000; count++) doc.getText('t').insert(0, 'word ', count % 2 ? { bold: true } : {})
    },
  ],
  [
    'lists in tables in lists, thirty deep',
    (doc) => {
      let element: Y.XmlElement | Y.XmlFragment = doc.getXmlFragment('t')
      for (let depth = 0; depth < 30; depth++) {
        const inner: Y.XmlElement = new Y.XmlElement('list')
        element.insert(0, [inner, new Y.XmlElement('item')])
        element = inner
      }
    },
  ],
  [
    'a field that was set over and over',
    (doc) => {
      for (let count = 0; count < 5_000; count++) doc.getMap('t').set('field', count)
    },
  ],
])('[UP2] what people write is taken: %s', async (_name, write) => {
  const { connect, hub } = handDrivenHub()
  const alice = connect('alice')
  await settle()
  const doc = new Y.Doc()
  write(doc)
  alice.client.receive(encodeSync('step2', Y.encodeStateAsUpdate(doc)))
  await settle()
  expect(alice.peer.closedWith).toBeNull()
  expect(Y.encodeStateVector(await hub.read(theCase))).toEqual(Y.encodeStateVector(doc))
})
