/** Any bytes on a document's connection: no throw, no change, a close code, the room unharmed. Fixed seed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeAwareness, encodeSync } from '../../server/sync/frames.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { handDrivenHub, settle, theCase } from '../support/handDriven.ts'

function validFrames(): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getText('t').insert(0, 'some words that are long enough to be cut anywhere')
  doc.getMap('m').set('k', { a: [1, 2, 3] })
  doc.getText('t').delete(3, 4)
  const state = Y.encodeStateAsUpdate(doc)
  return [
    encodeSync('update', state),
    encodeSync('step2', state),
    encodeSync('step1', Y.encodeStateVector(doc)),
    encodeAwareness([{ clientId: 7, clock: 1, json: '{"user":{}}' }]),
  ]
}

/** Half noise, half valid frames with some bytes changed: the second gets deeper into the decoders. */
const frames = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc
    .tuple(
      fc.constantFrom(...validFrames()),
      fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { minLength: 1, maxLength: 4 }),
    )
    .map(([frame, changes]) => {
      const bytes = frame.slice()
      for (const [position, value] of changes) bytes[position % bytes.length] = value
      return bytes
    }),
)

test('[UP2] 5,000 frames of any bytes leave the room and its words alone', async () => {
  const { connect, hub } = handDrivenHub()
  const bob = connect('bob')
  await settle()
  bob.client.receive(encodeSync('update', Y.encodeStateAsUpdate(wordsOfBob())))
  let closed = 0
  await fc.assert(
    fc.asyncProperty(frames, async (bytes) => {
      const mallory = connect('mallory')
      await settle()
      mallory.client.receive(bytes)
      if (mallory.peer.closedWith !== null) {
        closed += 1
        expect([closeCodes.malformed, closeCodes.frameTooLarge]).toContain(mallory.peer.closedWith)
      }
      mallory.client.ended()
      expect(bob.peer.closedWith).toBeNull()
    }),
    { seed: 20_261_124, numRuns: 5_000 },
  )
  expect(closed).toBeGreaterThan(2_000)
  const doc = await hub.read(theCase)
  expect(doc.getText('bob').toString()).toBe('the words of Bob')
})

function wordsOfBob(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1_000_001
  doc.getText('bob').insert(0, 'the words of Bob')
  return doc
}
