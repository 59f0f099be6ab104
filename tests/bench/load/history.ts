/** What is written: each writer's own stream of single characters, and long sessions of several authors. Seeded. */
import { create, real53, uint32 } from 'lib0/prng'
import * as Y from 'yjs'

/** Yjs' ids are random and mostly five bytes long; these are five bytes long and can be told. */
export const firstClientId = 3_000_000_000
export const textName = 't'
const letters = 'etaoin shrdlu cmfwyp vbgkjq xz'
/** How often somebody goes on writing elsewhere in the text. */
const jumpShare = 0.05

/** One writer's edits, made against their own text only, so that any beginning of the stream is whole in itself. */
export class EditStream {
  readonly updates: Uint8Array[] = []
  readonly #doc = new Y.Doc()
  readonly #text = this.#doc.getText(textName)
  readonly #chance
  #at = 0

  constructor(slot: number) {
    this.#chance = create(1_000 + slot)
    this.#doc.clientID = firstClientId + slot
    this.#doc.on('update', (update: Uint8Array) => this.updates.push(update))
  }

  /** Writes until there are at least so many edits. */
  reach(count: number): void {
    while (this.updates.length < count) {
      const { length } = this.#text
      if (length > 4 && real53(this.#chance) < jumpShare) this.#at = uint32(this.#chance, 0, length)
      this.#text.insert(this.#at++, letterOf(this.#chance))
    }
  }
}

type Chance = ReturnType<typeof create>

function letterOf(chance: Chance): string {
  return letters[uint32(chance, 0, letters.length - 1)] ?? ''
}

/** Several authors: bursts of typing at moving cursors, and some taking back. Yields after each operation. */
function* session(doc: Y.Doc, authors: number, seed: number): Generator<undefined> {
  const chance = create(seed)
  const text = doc.getText(textName)
  const cursors = new Array<number>(authors).fill(0)
  for (;;) {
    const author = uint32(chance, 0, authors - 1)
    doc.clientID = 2_500_000_000 + author * 7_919
    const jumps = real53(chance) < 0.35
    let at = jumps ? uint32(chance, 0, text.length) : Math.min(cursors[author] ?? 0, text.length)
    for (let burst = uint32(chance, 4, 43); burst > 0; burst--) {
      text.insert(at++, letterOf(chance))
      yield
    }
    if (real53(chance) < 0.3) {
      for (let back = Math.min(at, uint32(chance, 1, 10)); back > 0; back--) {
        text.delete(--at, 1)
        yield
      }
    }
    cursors[author] = at
  }
}

/** One update with the state after a long session, at least so many bytes long. */
export function longState(bytes: number): Uint8Array {
  const doc = new Y.Doc()
  let operations = 0
  for (const _ of session(doc, 8, 42)) {
    operations += 1
    if (operations % 5_000 === 0 && Y.encodeStateAsUpdate(doc).length >= bytes) break
  }
  return Y.encodeStateAsUpdate(doc)
}

/** A long session as one update for each operation. */
export function operationLog(operations: number): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const _ of session(doc, 5, 7)) if (updates.length >= operations) break
  return updates
}

/** The text after these updates, applied one by one as a client would. */
export function textAfter(updates: Iterable<Uint8Array>): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText(textName).toString()
}
