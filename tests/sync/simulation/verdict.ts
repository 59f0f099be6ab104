/** What has to hold when everything is well again: see the opening of each check. */
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { contentOf, emptyDoc, tokensIn } from './edits.ts'
import { foldHistory, judgeVersions } from './history.ts'
import { documentNames } from './script.ts'
import { take } from './steps.ts'
import type { Tab } from './Tab.ts'
import { Violation } from './Violation.ts'
import type { World } from './World.ts'

/** A commit that failed is tried again after 5 s at most, and who is leaving has gone by then. */
const calmMs = 10_000

/** A deposit that could not be settled is tried again after a minute. */
const depositsMs = 60_000

/** Nothing fails any more, everybody who may is connected, and all that is under way arrives. */
export async function heal(world: World, lines: { anew: boolean }): Promise<void> {
  await take(world, { do: 'diskMode', mode: 'prompt' })
  world.crash(Number.POSITIVE_INFINITY, false)
  world.endLines(lines.anew ? 'all' : 'dead')
  // Twice: who was still leaving connects again, and everybody has said where they are since.
  for (let times = 0; times < 2; times++) {
    for (const tab of world.tabs) {
      if (world.accessOf(tab) !== 'none') tab.isRefused = false
      world.open(tab)
    }
    await world.advance(calmMs, true)
  }
  if (world.server.unsaved > 0) throw new Violation('PE3: something stays unsaved')
  if (world.disk.acceptedDeposits().length > 0) await world.advance(depositsMs, true)
  if (world.disk.acceptedDeposits().length > 0) throw new Violation('DE2: an accepted deposit stays apart')
}

/** With people's rights as they are: readers have got everything, and nothing of theirs has gone anywhere. */
export async function judgeRights(world: World): Promise<void> {
  for (const name of documentNames) {
    const live = await world.read(name)
    const served = new Set(tokensIn(live))
    for (const tab of tabsOf(world, name)) {
      const access = world.accessOf(tab)
      if (access === 'none' && tab.wire) throw new Violation('AC4: connected without the right to read')
      if (access === 'none') continue
      const has = new Set(tokensIn(tab.doc))
      const lacks = [...served].filter((token) => !has.has(token) && !world.ledger.removed.has(token))
      const isRemoved = (token: string) => world.ledger.isRemoved(name, token)
      const missing = lacks.filter((token) => !isRemoved(token))
      if (missing.length > 0) throw new Violation(`AC2: ${tab.clientId} (${access}) lacks ${missing.join(' ')}`)
      if (access === 'write') judgeConfirmed(tab)
    }
    await judgeStored(world, name, live)
    judgeNeverWriters(world, name, served)
  }
}

/** With the right to write for everybody: all copies are equal, and hold what anybody wrote, once. */
export async function judgeConvergence(world: World): Promise<void> {
  for (const name of documentNames) {
    const live = await world.read(name)
    for (const tab of tabsOf(world, name)) {
      // A page that is gone may have taken words with it that others were shown the continuation of: that stays invisible.
      if (world.ledger.incomplete.has(name)) letGoOfPending(tab.doc)
      expectEqual(`the copy of ${tab.clientId}`, tab.doc, live)
      judgeConfirmed(tab)
      judgeAwareness(world, tab)
    }
    await judgeStored(world, name, live)
    if (!world.ledger.incomplete.has(name)) {
      const merged = emptyDoc()
      const updates = world.ledger.updates.get(name) ?? []
      if (updates.length > 0) Y.applyUpdate(merged, Y.mergeUpdates(updates))
      expectEqual('all updates ever produced, merged,', merged, live)
    }
    judgeWords(world, name, live)
    await judgeAuthors(world, name, live)
  }
}

/** Nobody has it open: it leaves memory, and is the same when it comes back [PE4]. */
export async function judgeLeaving(world: World): Promise<void> {
  const before = new Map<DocumentName, { doc: Y.Doc; authors: unknown }>()
  for (const name of documentNames) {
    before.set(name, { doc: await world.read(name), authors: await authorsOf(world, name) })
  }
  world.endLines('all')
  await world.advance(65_000, false)
  if (world.server.liveDocuments > 0) throw new Violation('PE4: a document that nobody has open stays in memory')
  for (const [name, { doc, authors }] of before) {
    expectEqual('what comes back after leaving memory', world.disk.reload(name), doc)
    if (!isDeepStrictEqual(await authorsOf(world, name), authors)) throw new Violation('AU4: other authors come back')
    const history = await foldHistory(world.disk, name)
    expectEqual('the history', history.doc, doc)
    if (!isDeepStrictEqual(sorted(history.authorship.entries()), authors))
      throw new Violation('AU4: other authors in the history')
    await judgeVersions(world.disk, name)
  }
}

function tabsOf(world: World, name: DocumentName): Tab[] {
  return world.tabs.filter((tab) => tab.document === name)
}

function judgeConfirmed(tab: Tab): void {
  if (tab.plan.confirm && tab.isWritable !== true)
    throw new Violation(`AC3: ${tab.clientId} is not told that it may write`)
  if (tab.isTroubled) throw new Violation(`PE3: ${tab.clientId} still believes that nothing can be saved`)
  if (tab.plan.confirm && tab.confirmed !== tab.sent.length)
    throw new Violation(`PE2: ${tab.clientId} has ${tab.confirmed} of ${tab.sent.length} frames confirmed`)
}

function judgeAwareness(world: World, tab: Tab): void {
  const expected = tabsOf(world, tab.document).filter((other) => other !== tab)
  const known = [...tab.others.keys()].sort()
  if (!isDeepStrictEqual(known, expected.map(({ clientId }) => clientId).sort()))
    throw new Violation(`AW5: ${tab.clientId} knows of ${known.join()}`)
  for (const other of expected) {
    const { user } = JSON.parse(tab.others.get(other.clientId)?.json ?? '{}') as { user?: { participantId: string } }
    if (user?.participantId !== other.participant) throw new Violation(`AW2: ${other.clientId} has another's name`)
  }
}

/** What is on the disk equals what is live, whether it is loaded anew or was followed row by row. */
async function judgeStored(world: World, name: DocumentName, live: Y.Doc): Promise<void> {
  expectEqual('a reload from the disk', world.disk.reload(name), live)
  expectEqual('all committed rows', world.disk.mirror(name), live)
}

function judgeNeverWriters(world: World, name: DocumentName, served: Set<string>): void {
  for (const tab of tabsOf(world, name)) {
    if (world.everWriters.has(`${tab.participant} ${name}`)) continue
    const leaked = tab.ownTokens.filter((token) => served.has(token))
    if (leaked.length > 0) throw new Violation(`AC2: ${leaked.join(' ')} was taken of somebody who never could write`)
  }
}

/** Everything written is there once, unless it was removed or never left a page that is gone; [PE2] knows no unless. */
function judgeWords(world: World, name: DocumentName, live: Y.Doc): void {
  const { ledger } = world
  const counts = new Map<string, number>()
  for (const token of tokensIn(live)) counts.set(token, (counts.get(token) ?? 0) + 1)
  for (const [token, count] of counts) {
    if (count > 1) throw new Violation(`UP4: ${token} is there ${count} times`)
    if (!ledger.written.get(name)?.has(token)) throw new Violation(`AC4: ${token} is of another document`)
    if (ledger.saved.removed.has(token)) throw new Violation(`PE2: ${token} was removed, confirmed, and is there`)
  }
  for (const token of ledger.written.get(name)?.keys() ?? []) {
    if (counts.has(token) || ledger.isRemoved(name, token)) continue
    if (ledger.saved.written.has(token)) throw new Violation(`PE2: ${token} was confirmed and is lost`)
    if (!ledger.mayBeLost.has(token)) throw new Violation(`AC1: ${token} was written and is lost`)
  }
}

/** Every character has an author, and who is said to have written their own did. */
async function judgeAuthors(world: World, name: DocumentName, live: Y.Doc): Promise<void> {
  const authors = new Map(await world.authorsOf(name))
  for (const [clientId, end] of vectorOf(live)) {
    const stretches = authors.get(clientId) ?? []
    const forged = stretches.find((one) => one.isOwn && one.participantId !== world.owners.get(clientId))
    if (forged) throw new Violation(`AU1: ${forged.participantId} is said to have written as ${clientId}`)
    if (stretches.reduce((sum, { from, to }) => sum + to - from, 0) !== end)
      throw new Violation(`AU1: not every character of ${clientId} has one author`)
  }
}

async function authorsOf(world: World, name: DocumentName) {
  return sorted(await world.authorsOf(name))
}

function sorted<T>(byClient: [number, T][]): [number, T][] {
  return byClient.toSorted(([a], [b]) => a - b)
}

function letGoOfPending(doc: Y.Doc): void {
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
}

function expectEqual(what: string, doc: Y.Doc, live: Y.Doc): void {
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Violation(`UP3: ${what} has something pending`)
  if (!isDeepStrictEqual(vectorOf(doc), vectorOf(live)))
    throw new Violation(`UP1: ${what} has another state vector than the live document`)
  if (!isDeepStrictEqual(contentOf(doc), contentOf(live)))
    throw new Violation(`UP1: ${what} has another content than the live document`)
}

function vectorOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}
