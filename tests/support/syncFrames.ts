/** Frames as a client would send them, and what a client makes of the frames that it was sent. */
import * as Y from 'yjs'
import { decodeFrame, encodeAwareness, encodeSync } from '../../server/sync/frames.ts'
import type { Hub } from '../../server/sync/Hub.ts'
import { type FakePeer, theCase } from './handDriven.ts'

/** An update that inserts a text, from a document of its own. */
export function insertion(text: string, doc = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(doc)
  doc.getText('t').insert(0, text)
  return Y.encodeStateAsUpdate(doc, before)
}

export const update = (text: string, doc?: Y.Doc) => encodeSync('update', insertion(text, doc))

/** The text that a client would have from what it was sent. */
export function textAt(peer: FakePeer): string {
  const doc = new Y.Doc()
  for (const bytes of peer.frames) {
    const frame = decodeFrame(bytes)
    if (frame.kind === 'update' || frame.kind === 'step2') Y.applyUpdate(doc, frame.update)
  }
  return doc.getText('t').toString()
}

export async function textIn(hub: Hub): Promise<string> {
  return (await hub.read(theCase)).getText('t').toString()
}

export const cursor = (clientId: number, clock: number, state: unknown) =>
  encodeAwareness([{ clientId, clock, json: JSON.stringify(state) }])

/** The awareness entries that a client was sent. */
export function heard(peer: FakePeer) {
  return peer.frames.flatMap((bytes) => {
    const frame = decodeFrame(bytes)
    return frame.kind === 'awareness' ? frame.entries : []
  })
}
