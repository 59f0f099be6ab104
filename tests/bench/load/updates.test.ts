/** Holds that the load sees in an update what Yjs put into it: an edit that it overlooked would count as lost. */
import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type Message, readMessage, writerFor } from './frames.ts'
import { EditStream, firstClientId, operationLog, textAfter } from './history.ts'
import { readAwareness, readUpdate } from './updates.ts'

function rangesIn(update: Uint8Array): [number, number, number][] {
  const ranges: [number, number, number][] = []
  readUpdate(Buffer.from(update), 0, update.length, (...range) => ranges.push(range))
  return ranges
}

test('each update of a writer holds exactly the next edit', () => {
  const stream = new EditStream(7)
  stream.reach(300)
  expect(stream.updates.map(rangesIn)).toEqual(
    stream.updates.map((_, clock) => [[firstClientId + 7, clock, clock + 1]]),
  )
})

test('a merged update holds what its parts held', () => {
  const streams = [new EditStream(0), new EditStream(1)]
  for (const stream of streams) stream.reach(100)
  const merged = Y.mergeUpdates(streams.flatMap(({ updates }) => updates))
  expect(rangesIn(merged).sort()).toEqual([
    [firstClientId, 0, 100],
    [firstClientId + 1, 0, 100],
  ])
})

test('of a long session with deletions, and of other content, Yjs’ own reader finds the same', () => {
  const doc = new Y.Doc()
  for (const update of operationLog(2_000)) Y.applyUpdate(doc, update)
  doc.getMap('m').set('a', [1, { b: 2 }])
  const state = Y.encodeStateAsUpdate(doc)
  const { to } = Y.parseUpdateMeta(state)
  expect(new Map(rangesIn(state).map(([clientId, , end]) => [clientId, end]))).toEqual(to)
})

test('awareness is read and written as y-protocols does', () => {
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  awareness.setLocalState({ user: { participantId: 'a' } })
  const entries: [number, number][] = []
  readAwareness(encodeAwarenessUpdate(awareness, [doc.clientID]), 0, (...entry) => entries.push(entry))
  expect(entries).toEqual([[doc.clientID, 1]])

  const message: Message = { kind: 'other', start: 0, end: 0, count: 0 }
  const payload = writerFor('y-websocket', 'case/a', '').awareness(firstClientId, 3, '{"x":1}')
  readMessage(payload, 0, payload.length, 'y-websocket', message)
  expect(message.kind).toBe('awareness')
  applyAwarenessUpdate(awareness, payload.subarray(message.start, message.end), null)
  expect(awareness.getStates().get(firstClientId)).toEqual({ x: 1 })
  doc.destroy()
})

test('both framings carry the same inside', () => {
  const stream = new EditStream(0)
  stream.reach(1)
  for (const framing of ['y-websocket', 'hocuspocus'] as const) {
    const message: Message = { kind: 'other', start: 0, end: 0, count: 0 }
    const payload = writerFor(framing, 'case/a', '').update(stream.updates[0] ?? new Uint8Array())
    readMessage(payload, 0, payload.length, framing, message)
    expect(message.kind).toBe('update')
    expect(textAfter([payload.subarray(message.start, message.end)])).toHaveLength(1)
  }
})
