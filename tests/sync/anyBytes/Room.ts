/**
 * A room that any bytes are thrown into. Bob writes in it and is never to notice anything; whoever throws is somebody
 * new each time. After each frame: nothing was thrown, a frame that was refused has changed nothing, and what the
 * document has become can be read by whoever comes, live and from the store.
 */
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { assemble } from '../../../server/sync/assemble.ts'
import { decodeFrame, encodeSync } from '../../../server/sync/frames.ts'
import { closeCodes } from '../../../shared/contracts/closeCodes.ts'
import { type FakePeer, handDrivenHub, settle, theCase } from '../../support/handDriven.ts'

/** No frame of a few hundred bytes may keep the others waiting for longer. */
const patienceMs = 50
/** A machine that does other things has its pauses: what takes long has to do so each time. */
const timings = 4

/** What a throw came to: a close code, or that it was taken. */
export type Outcome = number | 'taken'

export class Room {
  readonly #world = handDrivenHub()
  readonly #bob = this.#world.connect('bob')
  readonly #copyOfBob = new Y.Doc({ guid: '' })
  #throwers = 0
  #state = new Uint8Array()

  static async open(): Promise<Room> {
    const room = new Room()
    await settle()
    room.#bob.client.receive(encodeSync('update', firstWords()))
    Y.applyUpdate(room.#copyOfBob, firstWords())
    await settle()
    room.#state = await room.#encode()
    return room
  }

  /** Throws a frame; fails with what must not be. A reader's frame must not change anything, however right it is. */
  async take(frame: Uint8Array, { writable }: { writable: boolean }): Promise<Outcome> {
    const thrower = this.#world.connect(`thrower${this.#throwers++}`, { writable })
    await settle()
    this.#bob.peer.clear()
    const startedAt = performance.now()
    thrower.client.receive(frame)
    const ms = performance.now() - startedAt
    await settle()
    const { closedWith } = thrower.peer
    thrower.client.ended()
    await this.#judge(closedWith !== null || !writable)
    if (closedWith !== null && closedWith !== closeCodes.malformed && closedWith !== closeCodes.frameTooLarge)
      throw new Error(`it was closed with ${closedWith}`)
    if (ms > patienceMs && (await isAlwaysSlow(frame))) throw new Error(`it took ${Math.round(ms)} ms`)
    return closedWith ?? 'taken'
  }

  /** The room as it is when a new server finds it. */
  async judgeStored(): Promise<void> {
    const stored = assemble(theCase, await this.#world.store.load(theCase)).doc
    expectWhole('what is stored', stored, await this.#world.hub.read(theCase))
  }

  async #judge(mustBeUnchanged: boolean): Promise<void> {
    if (this.#bob.peer.closedWith !== null) throw new Error('Bob was closed')
    this.#showToBob()
    const before = this.#state
    this.#state = await this.#encode()
    if (mustBeUnchanged && !isDeepStrictEqual(before, this.#state))
      throw new Error('a refused frame changed the document')
    const live = await this.#world.hub.read(theCase)
    expectWhole('what Bob was sent', this.#copyOfBob, live)
    await this.#comeIn(live)
  }

  /** Somebody who has nothing yet is given the document, and can read it and the question for what they have. */
  async #comeIn(live: Y.Doc): Promise<void> {
    const carol = this.#world.connect('carol', { writable: false })
    await settle()
    carol.client.receive(encodeSync('step1', Uint8Array.of(0)))
    const doc = new Y.Doc({ guid: '' })
    applyAll(carol.peer, doc)
    carol.client.ended()
    expectWhole('what a newcomer gets', doc, live)
  }

  #showToBob(): void {
    applyAll(this.#bob.peer, this.#copyOfBob)
    Y.decodeStateVector(Y.encodeStateVector(this.#copyOfBob))
  }

  async #encode(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(Y.encodeStateAsUpdate(await this.#world.hub.read(theCase)))
  }
}

/** Bob's, under one of the client ids that forged updates refer to. */
function firstWords(): Uint8Array {
  const doc = new Y.Doc({ guid: '' })
  doc.clientID = 1
  doc.getText('bob').insert(0, 'the words of Bob')
  doc.getMap('map').set('k', new Y.Array())
  return Y.encodeStateAsUpdate(doc)
}

async function isAlwaysSlow(frame: Uint8Array): Promise<boolean> {
  for (let count = 0; count < timings; count++) {
    const world = handDrivenHub()
    const thrower = world.connect('thrower')
    await settle()
    const startedAt = performance.now()
    thrower.client.receive(frame)
    if (performance.now() - startedAt <= patienceMs) return false
  }
  return true
}

function applyAll(peer: FakePeer, doc: Y.Doc): void {
  for (const bytes of peer.frames) {
    const frame = decodeFrame(bytes)
    if (frame.kind === 'update' || frame.kind === 'step2') Y.applyUpdate(doc, frame.update)
    // A stock client repeats what it hears, and so writes it again.
    if (frame.kind === 'awareness') for (const { json } of frame.entries) JSON.stringify(JSON.parse(json))
  }
}

/** All of it, and nothing that waits. What forged words look like may differ: Yjs trusts its writers. */
function expectWhole(what: string, doc: Y.Doc, live: Y.Doc): void {
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error(`${what} lacks something`)
  const [own, all] = [doc, live].map((each) => Y.decodeStateVector(Y.encodeStateVector(each)))
  if (!isDeepStrictEqual(own, all)) throw new Error(`${what} is not the document`)
}
