/**
 * The messages of a y-websocket or hocuspocus client, written and read by hand over buffers. Both protocols carry the
 * same inside; hocuspocus puts the document's name first and asks for a token.
 */
import { frameTypes, syncTypes } from '../../../shared/contracts/sync.ts'
import { ByteReader } from './ByteReader.ts'

export type Framing = 'y-websocket' | 'hocuspocus'

/** hocuspocus' own: a message of authentication, and a sync answer to a message of ours. */
const authMessage = [2, 0]
const syncReply = 4
const hocuspocusVersion = '4.0.0'

/** Ready payloads for one document. */
export interface Writer {
  greeting: Buffer[]
  step1(stateVector?: Uint8Array): Buffer
  step2(update: Uint8Array): Buffer
  update(update: Uint8Array): Buffer
  awareness(clientId: number, clock: number, json: string): Buffer
}

export function writerFor(framing: Framing, document: string, token: string): Writer {
  const prefix = framing === 'hocuspocus' ? varString(document) : Buffer.alloc(0)
  const message = (...parts: Uint8Array[]) => Buffer.concat([prefix, ...parts])
  const sync = (type: number, bytes: Uint8Array) => message(Buffer.from([frameTypes.sync, type]), varBytes(bytes))
  return {
    greeting:
      framing === 'hocuspocus'
        ? [message(Buffer.from(authMessage), varString(token), varString(hocuspocusVersion))]
        : [],
    step1: (stateVector = Buffer.from([0])) => sync(syncTypes.step1, stateVector),
    step2: (update) => sync(syncTypes.step2, update),
    update: (update) => sync(syncTypes.update, update),
    awareness(clientId, clock, json) {
      const entry = [varUint(1), varUint(clientId), varUint(clock), varString(json)]
      return message(Buffer.from([frameTypes.awareness]), varBytes(Buffer.concat(entry)))
    },
  }
}

export type Kind = 'step1' | 'step2' | 'update' | 'awareness' | 'saved' | 'other'

/** One message, read: where its inner bytes are, and the number that a `saved` carries. Used again for each. */
export interface Message {
  kind: Kind
  start: number
  end: number
  count: number
}

const reader = new ByteReader()

export function readMessage(bytes: Uint8Array, from: number, to: number, framing: Framing, message: Message): void {
  reader.reset(bytes, from)
  if (framing === 'hocuspocus') reader.skipBytes()
  const type = reader.byte()
  message.kind = 'other'
  if (type === frameTypes.saved && framing === 'y-websocket') {
    message.kind = 'saved'
    message.count = reader.varUint()
    return
  }
  if (type === frameTypes.awareness) message.kind = 'awareness'
  else if (type === frameTypes.sync || (framing === 'hocuspocus' && type === syncReply)) {
    const step = reader.byte()
    message.kind = step === syncTypes.step1 ? 'step1' : step === syncTypes.step2 ? 'step2' : 'update'
  } else return
  const length = reader.varUint()
  message.start = reader.at
  message.end = reader.at + length
  if (message.end > to) throw new Error('the load reads a message that ends before its content')
}

export function varUint(value: number): Buffer {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push(128 | (rest % 128))
  return Buffer.from([...bytes, rest])
}

function varBytes(bytes: Uint8Array): Buffer {
  return Buffer.concat([varUint(bytes.length), bytes])
}

function varString(text: string): Buffer {
  return varBytes(Buffer.from(text))
}
