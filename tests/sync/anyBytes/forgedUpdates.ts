/**
 * Yjs updates written struct by struct, as no client would write them: every kind of content in every kind of place,
 * lengths of nothing and of more than there is, references to themselves and to each other, deletions of everything.
 * Noise is refused by its first bytes; these get deep into the decoder, and some are even right.
 */
import * as encoding from 'lib0/encoding'
import type { SeededChance } from '../../support/chance.ts'

/** What the room's documents hold under these client ids can be referred to. */
export const knownClients = [1, 2, 3, 7]
const strangeLengths = [0, 1, 2, 3, 5, 100, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER]
const names = ['text', 'map', 'list', 'body', '', '__proto__', 'constructor', 'bob']

export function drawUpdate(chance: SeededChance): Uint8Array {
  const encoder = encoding.createEncoder()
  const clients = chance.below(4)
  encoding.writeVarUint(encoder, clients)
  for (let count = 0; count < clients; count++) writeClient(encoder, chance)
  writeDeletions(encoder, chance)
  return encoding.toUint8Array(encoder)
}

export function drawStateVector(chance: SeededChance): Uint8Array {
  const encoder = encoding.createEncoder()
  const count = chance.pick([0, 1, 2, 5, 2 ** 31])
  encoding.writeVarUint(encoder, count)
  for (let index = 0; index < Math.min(count, 5); index++) {
    encoding.writeVarUint(encoder, drawClient(chance))
    encoding.writeVarUint(encoder, drawClock(chance))
  }
  return encoding.toUint8Array(encoder)
}

function writeClient(encoder: encoding.Encoder, chance: SeededChance): void {
  const structs = chance.below(4)
  encoding.writeVarUint(encoder, chance.below(30) === 0 ? drawLength(chance) : structs)
  encoding.writeVarUint(encoder, drawClient(chance))
  encoding.writeVarUint(encoder, drawClock(chance))
  for (let count = 0; count < structs; count++) writeStruct(encoder, chance)
}

function writeStruct(encoder: encoding.Encoder, chance: SeededChance): void {
  const kind = chance.weighted({ gc: 1, skip: 1, item: 8 })
  if (kind !== 'item') {
    encoding.writeUint8(encoder, kind === 'gc' ? 0 : 10)
    encoding.writeVarUint(encoder, drawLength(chance))
    return
  }
  const content = 1 + chance.below(chance.below(20) === 0 ? 31 : 9)
  const hasOrigin = chance.below(3) === 0
  const hasRightOrigin = chance.below(3) === 0
  const hasKey = chance.below(3) === 0
  encoding.writeUint8(encoder, content | (hasOrigin ? 128 : 0) | (hasRightOrigin ? 64 : 0) | (hasKey ? 32 : 0))
  if (hasOrigin) writeId(encoder, chance)
  if (hasRightOrigin) writeId(encoder, chance)
  if (!hasOrigin && !hasRightOrigin) {
    const isRoot = chance.below(2)
    encoding.writeVarUint(encoder, isRoot)
    if (isRoot === 1) encoding.writeVarString(encoder, chance.pick(names))
    else writeId(encoder, chance)
    if (hasKey) encoding.writeVarString(encoder, chance.pick(names))
  }
  contents[content]?.(encoder, chance)
}

/** By the number that Yjs gives each kind of content. */
const contents: Record<number, (encoder: encoding.Encoder, chance: SeededChance) => void> = {
  // Deleted.
  1: (encoder, chance) => encoding.writeVarUint(encoder, drawLength(chance)),
  // JSON texts.
  2: (encoder, chance) => {
    const count = drawCount(chance)
    encoding.writeVarUint(encoder, count)
    for (let index = 0; index < count; index++) encoding.writeVarString(encoder, drawJson(chance))
  },
  // Binary.
  3: (encoder, chance) => encoding.writeVarUint8Array(encoder, new Uint8Array(chance.below(4))),
  // Text.
  4: (encoder, chance) =>
    encoding.writeVarString(encoder, chance.pick(['', 'a', 'words', '🙂', '\u0000', 'é'.repeat(50)])),
  // An embedded value.
  5: (encoder, chance) => encoding.writeVarString(encoder, drawJson(chance)),
  // A format: key and value.
  6: (encoder, chance) => {
    encoding.writeVarString(encoder, chance.pick(['bold', ...names]))
    encoding.writeVarString(encoder, drawJson(chance))
  },
  // A shared type: 0 array, 1 map, 2 text, 3 element, 4 fragment, 5 hook, 6 xml text.
  7: (encoder, chance) => {
    const type = chance.below(8)
    encoding.writeVarUint(encoder, type)
    if (type === 3 || type === 5) encoding.writeVarString(encoder, chance.pick(['paragraph', ...names]))
  },
  // Values.
  8: (encoder, chance) => {
    const count = drawCount(chance)
    encoding.writeVarUint(encoder, count)
    for (let index = 0; index < count; index++) writeValue(encoder, chance)
  },
  // A document within the document.
  9: (encoder, chance) => {
    encoding.writeVarString(encoder, chance.pick(['guid', '']))
    writeValue(encoder, chance)
  },
}

/** One value; sometimes so deep that reading it, writing it or showing it needs more stack than there is. */
function writeValue(encoder: encoding.Encoder, chance: SeededChance): void {
  const depth = chance.below(12) === 0 ? chance.pick([50, 101, 1_000, 5_000, 7_500, 20_000]) : 0
  for (let level = 0; level < depth; level++) {
    const isObject = chance.below(2) === 0
    encoding.writeUint8(encoder, isObject ? 118 : 117)
    encoding.writeVarUint(encoder, 1)
    if (isObject) encoding.writeVarString(encoder, 'k')
  }
  const simple = [
    null,
    true,
    7,
    -1,
    1.5,
    Number.NaN,
    'text',
    new Uint8Array(2),
    2n ** 60n,
    { a: [1] },
    { gc: 1, meta: {} },
  ]
  encoding.writeAny(encoder, chance.pick([...simple, undefined]) as Parameters<typeof encoding.writeAny>[1])
}

function writeDeletions(encoder: encoding.Encoder, chance: SeededChance): void {
  const clients = chance.below(3)
  encoding.writeVarUint(encoder, clients)
  for (let client = 0; client < clients; client++) {
    encoding.writeVarUint(encoder, drawClient(chance))
    const ranges = chance.below(4)
    encoding.writeVarUint(encoder, ranges)
    for (let range = 0; range < ranges; range++) {
      encoding.writeVarUint(encoder, drawClock(chance))
      encoding.writeVarUint(encoder, chance.below(3) === 0 ? drawLength(chance) : 1 + chance.below(3))
    }
  }
}

function writeId(encoder: encoding.Encoder, chance: SeededChance): void {
  encoding.writeVarUint(encoder, drawClient(chance))
  encoding.writeVarUint(encoder, drawClock(chance))
}

function drawClient(chance: SeededChance): number {
  return chance.below(15) === 0 ? drawLength(chance) : chance.pick(knownClients)
}

function drawClock(chance: SeededChance): number {
  return chance.below(20) === 0 ? drawLength(chance) : chance.below(6)
}

function drawLength(chance: SeededChance): number {
  return chance.pick(strangeLengths)
}

function drawCount(chance: SeededChance): number {
  return chance.below(4)
}

function drawJson(chance: SeededChance): string {
  return chance.pick([
    'null',
    '1',
    '{"a":1}',
    'undefined',
    '',
    '{',
    '"x"',
    '[[]]',
    `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
  ])
}
