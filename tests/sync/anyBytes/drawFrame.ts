/** Any bytes on a document's socket, drawn by chance: noise, valid frames that were damaged, and forged ones. */
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeAwareness, encodeSync } from '../../../server/sync/frames.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import type { SeededChance } from '../../support/chance.ts'
import { drawStateVector, drawUpdate } from './forgedUpdates.ts'

export function drawFrame(chance: SeededChance): Uint8Array {
  switch (chance.weighted({ noise: 2, damaged: 4, update: 8, stateVector: 1, awareness: 2, large: 0.01 })) {
    case 'noise':
      return Uint8Array.from({ length: chance.below(60) }, () => chance.below(256))
    case 'damaged':
      return damage(chance, chance.pick(validFrames))
    case 'update':
      return encodeSync(chance.pick(['update', 'step2']), drawUpdate(chance))
    case 'stateVector':
      return encodeSync('step1', drawStateVector(chance))
    case 'awareness':
      return drawAwareness(chance)
    case 'large':
      return chance.pick([
        encodeSync('update', new Uint8Array(limits.syncFrameBytes)),
        encodeAwareness([{ clientId: 7, clock: 1, json: `"${'x'.repeat(limits.awarenessBytes)}"` }]),
      ])
  }
}

/** What a client sends that writes in every way there is. */
const validFrames = (() => {
  const doc = new Y.Doc()
  doc.clientID = 7
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('text').insert(0, 'some words that are long enough to be cut anywhere')
  doc.getText('text').format(5, 5, { bold: true })
  doc.getText('text').insertEmbed(3, { image: 'x' })
  doc.getMap('map').set('k', { a: [1, 2.5, null, true, 'x'] })
  doc.getMap('map').set('k', new Uint8Array([1, 2, 3]))
  doc.getArray('list').insert(0, [1, 'two', new Y.Map([['three', 3]])])
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.setAttribute('id', 'p')
  paragraph.insert(0, [new Y.XmlText('hola')])
  doc.getXmlFragment('body').insert(0, [paragraph])
  doc.getText('text').delete(3, 9)
  doc.getMap('docs').set('inner', new Y.Doc({ guid: 'inner' }))
  const state = Y.encodeStateAsUpdate(doc)
  return [
    ...updates.map((update) => encodeSync('update', update)),
    encodeSync('step2', state),
    encodeSync('step1', Y.encodeStateVector(doc)),
    encodeAwareness([{ clientId: 7, clock: 1, json: '{"user":{"participantId":"mallory","color":"#000"}}' }]),
    Uint8Array.of(3),
  ]
})()

function damage(chance: SeededChance, valid: Uint8Array): Uint8Array {
  let bytes = [...valid]
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const at = chance.below(bytes.length + 1)
    const other = chance.below(bytes.length + 1)
    switch (chance.weighted({ flip: 4, set: 3, cut: 1, drop: 1, insert: 1, huge: 2, swap: 1, repeat: 1 })) {
      case 'flip':
        bytes[at % Math.max(bytes.length, 1)] = (bytes[at] ?? 0) ^ (1 << chance.below(8))
        break
      case 'set':
        bytes[at % Math.max(bytes.length, 1)] = chance.pick([0, 1, 127, 128, 255, chance.below(256)])
        break
      case 'cut':
        bytes = bytes.slice(0, at)
        break
      case 'drop':
        bytes.splice(at, 1 + chance.below(3))
        break
      case 'insert':
        bytes.splice(at, 0, chance.below(256))
        break
      case 'huge':
        bytes.splice(at, 1, ...hugeNumber(chance))
        break
      case 'swap': {
        const one = bytes[at] ?? 0
        bytes[at % Math.max(bytes.length, 1)] = bytes[other] ?? 0
        bytes[other % Math.max(bytes.length, 1)] = one
        break
      }
      case 'repeat':
        bytes.splice(at, 0, ...bytes.slice(other, other + 8))
        break
    }
  }
  return Uint8Array.from(bytes)
}

function hugeNumber(chance: SeededChance): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, chance.pick([2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 45, Number.MAX_SAFE_INTEGER]))
  return encoding.toUint8Array(encoder)
}

function drawAwareness(chance: SeededChance): Uint8Array {
  const entries = Array.from({ length: chance.below(4) }, () => ({
    clientId: chance.pick([1, 2, 7, 0, 2 ** 32, Number.MAX_SAFE_INTEGER]),
    clock: chance.pick([0, 1, 5, 2 ** 40, Number.MAX_SAFE_INTEGER]),
    json: chance.pick([
      'null',
      '1',
      '{"user":{"participantId":"bob"}}',
      '{"user":null}',
      '{"user":{"participantId":{"toString":1}}}',
      '{"__proto__":{"user":{"participantId":"bob"}}}',
      '{',
      '',
      'undefined',
      `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
    ]),
  }))
  return encodeAwareness(entries)
}
