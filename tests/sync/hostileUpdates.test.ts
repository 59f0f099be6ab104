/** Updates that Yjs reads and that would break who gets them: rules of server/sync/SPEC.md, driven by hand. */
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Deposits } from '../../server/sync/Deposits.ts'
import { encodeSync } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { handDrivenHub, settle, theCase } from '../support/handDriven.ts'
import { textAt, textIn, update } from '../support/syncFrames.ts'

/** What stands in the first byte of a struct: its content, as Yjs numbers them. */
const contents = { gc: 0, embed: 5, any: 8, subdocument: 9 }
/** First bytes of values in a `ContentAny`. */
const anyValues = { list: 117, object: 118, null: 126 }
const clientId = 666

/** An update of one client: `structs` structs from a clock on. */
function bytesOf(structs: number, clock: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const head of [1, structs, clientId, clock]) encoding.writeVarUint(encoder, head)
  write(encoder)
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** One item of the shared type `t`. */
function item(content: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return bytesOf(1, 0, (encoder) => {
    encoding.writeUint8(encoder, content)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 't')
    write(encoder)
  })
}

function nestedList(levels: number): Uint8Array {
  return item(contents.any, (encoder) => {
    encoding.writeVarUint(encoder, 1)
    for (let level = 0; level < levels; level++) encoding.writeUint8Array(encoder, Uint8Array.of(anyValues.list, 1))
    encoding.writeUint8(encoder, anyValues.null)
  })
}

function nestedJson(levels: number): Uint8Array {
  return item(contents.embed, (encoder) => encoding.writeVarString(encoder, '['.repeat(levels) + ']'.repeat(levels)))
}

const subdocument = item(contents.subdocument, (encoder) => {
  encoding.writeVarString(encoder, 'guid')
  encoding.writeUint8Array(encoder, Uint8Array.of(anyValues.object, 0))
})

const manyStructs = bytesOf(1_100_000, 0, (encoder) => {
  for (let struct = 0; struct < 1_100_000; struct++) encoding.writeUint8Array(encoder, Uint8Array.of(contents.gc, 1))
})

const endlessClock = bytesOf(1, Number.MAX_SAFE_INTEGER, (encoder) => {
  encoding.writeUint8Array(encoder, Uint8Array.of(contents.gc, 1))
})

const hostile: [string, Uint8Array][] = [
  ['JSON nested 100,000 deep, which can be read and not be written', nestedJson(100_000)],
  ['lists nested 1,000 deep, which some stacks can hold and others cannot', nestedList(1_000)],
  ['a document in the document', subdocument],
  ['more structs than memory has room for', manyStructs],
  ['a clock that no client can read', endlessClock],
]

test.each(hostile)('[UP2] %s closes with 4422, and everybody goes on', async (_name, bytes) => {
  const { connect, hub, store } = handDrivenHub()
  const mallory = connect('mallory')
  const bob = connect('bob')
  await settle()
  mallory.client.receive(encodeSync('step2', bytes))
  bob.client.receive(update('bob'))
  const late = connect('late')
  await settle()
  late.client.receive(encodeSync('step1', Y.encodeStateVector(new Y.Doc())))
  expect(mallory.peer.closedWith).toBe(closeCodes.malformed)
  expect([bob.peer.closedWith, late.peer.closedWith, textAt(late.peer)]).toEqual([null, null, 'bob'])
  expect([await textIn(hub), store.rows.length]).toEqual(['bob', 1])
})

test.each(hostile)('[DE3] %s is no deposit', async (_name, bytes) => {
  const { hub } = handDrivenHub()
  const deposits = new Deposits({ store: emptyStore, hub, failed: () => undefined })
  expect(await deposits.check(theCase, 'mallory' as ParticipantId, bytes)).toBe('unreadable')
})

test('[UP2] values as deep as people nest them are taken', async () => {
  const { connect, store } = handDrivenHub()
  const alice = connect('alice')
  await settle()
  alice.client.receive(encodeSync('update', nestedList(50)))
  await settle()
  expect([alice.peer.closedWith, store.rows.length]).toEqual([null, 1])
})

const emptyStore = {
  deposit: async () => null,
  acceptedDeposits: async () => [],
  removeDeposit: async () => undefined,
}
