/** What somebody sends who writes in the name of another: well-formed words under the other's client id. */
import * as Y from 'yjs'
import { encodeSync } from '../../../server/sync/frames.ts'
import { emptyDoc } from './edits.ts'
import type { Tab } from './Tab.ts'

export function forgery(victim: Tab): Uint8Array {
  const doc = emptyDoc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(victim.doc))
  doc.clientID = victim.clientId
  const before = Y.encodeStateVector(doc)
  doc.getText('text').insert(0, 'never written')
  return encodeSync('update', Y.encodeStateAsUpdate(doc, before))
}
