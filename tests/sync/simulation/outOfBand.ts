/** What people do beside typing into an open document: hand words on, hand them in, and write in another's name. */
import * as Y from 'yjs'
import { encodeSync } from '../../../server/sync/frames.ts'
import type { ParticipantId } from '../../../shared/contracts/ids.ts'
import { emptyDoc } from './edits.ts'
import type { Tab } from './Tab.ts'
import type { World } from './World.ts'

/** Two tabs of one person show each other their words. */
export function share(world: World, tab: Tab, other: Tab): void {
  if (tab === other || tab.participant !== other.participant || tab.document !== other.document) return
  world.watch.count('shared between tabs')
  tab.takeFrom(other)
  other.takeFrom(tab)
}

/** Somebody who may not write hands in all that their page holds; a moderator may put it into the document. */
export function handIn(world: World, tab: Tab): void {
  if (world.accessOf(tab) === 'write' || tab.ownTokens.length === 0) return
  const { document, carried } = tab
  const participantId = tab.participant as ParticipantId
  const vector = Y.decodeStateVector(Y.encodeStateVector(tab.doc))
  world.server.desk.hand({ document, participantId, update: Y.encodeStateAsUpdate(tab.doc) }, () => {
    world.watch.count('deposit settled')
    world.everWriters.add(`${participantId} ${document}`)
    world.watch.durable(document, vector, 'DE2: let go of a deposit that is not on the disk')
    world.ledger.confirm(carried)
  })
}

/** New words under the id of somebody who is here and whose words are all here: they must not be taken [AU3]. */
export function forge(world: World, tab: Tab, victim: Tab): void {
  const { wire } = tab
  if (wire?.right !== 'write' || !wire.isWhole || wire.diedAt !== null || !isHere(victim)) return
  if (tab.participant === victim.participant || tab.document !== victim.document) return
  while (world.deliver(tab, 'up'));
  if (!wire.serverEnd || wire.isOver || !world.server.isAlive) return
  world.watch.count('forged')
  wire.isForger = true
  const { taken } = world.server
  wire.serverEnd.receive(forgery(victim))
  if (world.server.taken > taken) world.watch.violate(`AU3: took words in the name of ${victim.participant}`)
}

function isHere({ wire, isSynced }: Tab): boolean {
  return wire?.isWhole === true && !wire.isOver && wire.diedAt === null && isSynced
}

/** Well-formed words under another's client id. */
function forgery(victim: Tab): Uint8Array {
  const doc = emptyDoc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(victim.doc))
  doc.clientID = victim.clientId
  const before = Y.encodeStateVector(doc)
  doc.getText('text').insert(0, 'never written')
  return encodeSync('update', Y.encodeStateAsUpdate(doc, before))
}
