/**
 * Clients that edit at random while their connections are cut and made again, against the hub driven by hand. At the
 * end: equal documents, equal state vectors, nothing pending, and what the store holds equals what is live. Seeds are
 * fixed; a failure names its seed.
 */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodeFrame, encodeSync } from '../../server/sync/frames.ts'
import { handDrivenHub, settle, theCase } from '../support/handDriven.ts'

const runs = 60
const stepsPerRun = 120

/** Mulberry32: a small generator with a seed, so that a run can be repeated. */
function chanceOf(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return { below: (limit: number) => Math.floor(next() * limit) }
}

type Chance = ReturnType<typeof chanceOf>
type World = ReturnType<typeof handDrivenHub>

/** A client with a queue in each direction; a cut drops both. */
class FuzzClient {
  readonly doc = new Y.Doc()
  #link: ReturnType<World['connect']> | null = null
  #outgoing: Uint8Array[] = []
  #seen = 0

  constructor(clientId: number) {
    this.doc.clientID = clientId
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.#link) this.#outgoing.push(encodeSync('update', update))
    })
  }

  connect(world: World, name: string): void {
    this.#link = world.connect(name)
    this.#seen = 0
    this.#outgoing = [encodeSync('step1', Y.encodeStateVector(this.doc))]
  }

  cut(): void {
    this.#link?.client.ended()
    this.#link = null
    this.#outgoing = []
  }

  /** Moves one frame in one direction; false when there is none. */
  step(towardsServer: boolean): boolean {
    if (!this.#link) return false
    if (towardsServer) {
      const frame = this.#outgoing.shift()
      if (frame) this.#link.client.receive(frame)
      return frame !== undefined
    }
    const bytes = this.#link.peer.frames[this.#seen]
    if (!bytes) return false
    this.#seen += 1
    const frame = decodeFrame(bytes)
    if (frame.kind === 'step1') {
      this.#outgoing.push(encodeSync('step2', Y.encodeStateAsUpdate(this.doc, frame.stateVector)))
    } else if (frame.kind === 'step2' || frame.kind === 'update') Y.applyUpdate(this.doc, frame.update, this)
    return true
  }

  edit(chance: Chance): void {
    const text = this.doc.getText('t')
    if (text.length > 0 && chance.below(3) === 0) text.delete(chance.below(text.length), 1)
    else text.insert(chance.below(text.length + 1), String.fromCharCode(97 + chance.below(26)))
    this.doc.getMap('m').set(`k${chance.below(4)}`, chance.below(100))
  }
}

async function run(seed: number): Promise<number> {
  const chance = chanceOf(seed)
  const world = handDrivenHub()
  const clients = [11, 22, 33].map((id) => new FuzzClient(id))
  let edits = 0
  for (let step = 0; step < stepsPerRun; step++) {
    const index = chance.below(clients.length)
    const client = clients[index] as FuzzClient
    const what = chance.below(20)
    if (what === 0) client.connect(world, `p${index}`)
    else if (what === 1) client.cut()
    else if (what === 2) await settle()
    else if (what === 3) world.clock.advance(31_000)
    else if (what < 9) {
      client.edit(chance)
      edits += 1
    } else client.step(chance.below(2) === 0)
  }
  for (const [index, client] of clients.entries()) {
    client.cut()
    client.connect(world, `p${index}`)
  }
  let moved = true
  while (moved) {
    await settle()
    moved = clients.map((client) => client.step(true) || client.step(false)).some(Boolean)
  }
  await settle()
  await compare(world, clients)
  return edits
}

async function compare(world: World, clients: FuzzClient[]): Promise<void> {
  const live = await world.hub.read(theCase)
  await world.hub.stop()
  const stored = await world.store.load(theCase)
  const fromStore = new Y.Doc()
  if (stored.snapshot) Y.applyUpdate(fromStore, stored.snapshot.bytes)
  for (const { bytes } of stored.updates) Y.applyUpdate(fromStore, bytes)
  for (const doc of [live, fromStore, ...clients.map((client) => client.doc)]) {
    expect(doc.getText('t').toString()).toBe(live.getText('t').toString())
    expect(doc.getMap('m').toJSON()).toEqual(live.getMap('m').toJSON())
    expect(Y.decodeStateVector(Y.encodeStateVector(doc))).toEqual(Y.decodeStateVector(Y.encodeStateVector(live)))
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  }
}

test('[UP1] [UP3] [AC1] [PE4] whatever is cut and when, all copies end equal and the store with them', async () => {
  let edits = 0
  for (let seed = 1; seed <= runs; seed++) {
    edits += await run(seed).catch((error: Error) => {
      error.message = `seed ${seed}: ${error.message}`
      throw error
    })
  }
  expect(edits).toBeGreaterThan(runs * 20)
})
