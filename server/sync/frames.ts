/** The frames on a document's socket, between bytes and meaning: y-websocket's own, and ours from 100 on. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { frameTypes, syncTypes } from '../../shared/contracts/sync.ts'
import { isNestedTooDeep } from './nestedValues.ts'
import { type ReadUpdate, readUpdate } from './readUpdate.ts'

export type Frame =
  | { kind: 'step1'; stateVector: Uint8Array }
  | UpdateFrame
  | { kind: 'awareness'; entries: AwarenessEntry[] }
  | { kind: 'queryAwareness' }

/** Words. */
export interface UpdateFrame extends ReadUpdate {
  kind: 'step2' | 'update'
}

/** One client's cursor and fields: JSON text, `null` when it has gone. */
export interface AwarenessEntry {
  clientId: number
  clock: number
  json: string
}

export class MalformedFrame extends Error {}

/** Reads one frame whole; throws MalformedFrame for anything that is not exactly one well-formed frame. */
export function decodeFrame(bytes: Uint8Array): Frame {
  try {
    const decoder = decoding.createDecoder(bytes)
    const frame = readFrame(decoder)
    if (decoding.hasContent(decoder)) throw new MalformedFrame('bytes after the frame')
    return frame
  } catch (error) {
    throw error instanceof MalformedFrame ? error : new MalformedFrame((error as Error).message)
  }
}

function readFrame(decoder: decoding.Decoder): Frame {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case frameTypes.sync:
      return readSync(decoder)
    case frameTypes.awareness:
      return { kind: 'awareness', entries: readAwareness(decoding.readVarUint8Array(decoder)) }
    case frameTypes.queryAwareness:
      return { kind: 'queryAwareness' }
    default:
      throw new MalformedFrame(`frame type ${type}`)
  }
}

function readSync(decoder: decoding.Decoder): Frame {
  const type = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  switch (type) {
    case syncTypes.step1:
      Y.decodeStateVector(payload)
      return { kind: 'step1', stateVector: payload }
    case syncTypes.step2:
    case syncTypes.update:
      return { kind: type === syncTypes.step2 ? 'step2' : 'update', ...readUpdate(payload) }
    default:
      throw new MalformedFrame(`sync type ${type}`)
  }
}

function readAwareness(bytes: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  const entries: AwarenessEntry[] = []
  for (let index = 0; index < count; index++) {
    const clientId = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const json = decoding.readVarString(decoder)
    if (isNestedTooDeep(JSON.parse(json))) throw new MalformedFrame('a state that is nested too deep')
    entries.push({ clientId, clock, json })
  }
  if (decoding.hasContent(decoder)) throw new MalformedFrame('bytes after the awareness')
  return entries
}

function encode(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export function encodeSync(type: keyof typeof syncTypes, payload: Uint8Array): Uint8Array {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, frameTypes.sync)
    encoding.writeVarUint(encoder, syncTypes[type])
    encoding.writeVarUint8Array(encoder, payload)
  })
}

export function encodeAwareness(entries: AwarenessEntry[]): Uint8Array {
  const body = encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { clientId, clock, json } of entries) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, json)
    }
  })
  return encode((encoder) => {
    encoding.writeVarUint(encoder, frameTypes.awareness)
    encoding.writeVarUint8Array(encoder, body)
  })
}

/** One of our own frames: its type and one number. */
export function encodeOwn(type: 'saved' | 'access' | 'trouble', value: number): Uint8Array {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, frameTypes[type])
    encoding.writeVarUint(encoder, value)
  })
}
