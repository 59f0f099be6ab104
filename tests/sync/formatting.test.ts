/** Two people format the same words: rules of server/sync/SPEC.md, driven by hand. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { encodeSync } from '../../server/sync/frames.ts'
import { handDrivenHub, settle, theCase } from '../support/handDriven.ts'

/** A client of its own with a line of text that both have. */
function copyOf(state: Uint8Array, clientID: number) {
  const doc = new Y.Doc()
  doc.clientID = clientID
  Y.applyUpdate(doc, state)
  return { doc, line: doc.getXmlFragment('body').get(0) as Y.XmlText }
}

function written(doc: Y.Doc, write: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  write()
  return encodeSync('update', Y.encodeStateAsUpdate(doc, before))
}

test('[UP4] who makes bold what somebody else makes bold stays connected, and the log is the document', async () => {
  const { connect, hub, store } = handDrivenHub()
  const anna = connect('anna', { confirm: true, clientId: 1 })
  const ben = connect('ben', { confirm: true, clientId: 2 })
  await settle()
  const first = new Y.Doc()
  const line = new Y.XmlText()
  first.getXmlFragment('body').insert(0, [line])
  line.insert(0, 'El testigo protegido')
  const state = Y.encodeStateAsUpdate(first)
  anna.client.receive(encodeSync('update', state))
  const annas = copyOf(state, 1)
  const bens = copyOf(state, 2)
  const bold = { bold: true }
  anna.client.receive(written(annas.doc, () => annas.line.format(0, 10, bold)))
  ben.client.receive(written(bens.doc, () => bens.line.format(0, 20, bold)))
  await settle()
  expect([anna.peer.closedWith, ben.peer.closedWith]).toEqual([null, null])
  expect(ben.peer.kinds()).toContain('saved 1')
  expect(store.rows.map((row) => row.participantId)).toEqual(['anna', 'anna', 'ben'])
  const live = Y.encodeStateAsUpdate(await hub.read(theCase))
  const reloaded = handDrivenHub()
  reloaded.store.rows.push(...store.rows)
  expect(Y.encodeStateAsUpdate(await reloaded.hub.read(theCase))).toEqual(live)
})
