/** Holds that the load reads every frame that a server may send, however TCP cuts it. */
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { FrameReader } from './FrameReader.ts'

const binary = 0x82
const compressedBinary = 0xc2

function frame(payload: Buffer, first = binary): Buffer {
  const { length } = payload
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  head[0] = first
  head[1] = head.length === 2 ? length : head.length === 4 ? 126 : 127
  if (head.length === 4) head.writeUInt16BE(length, 2)
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, payload])
}

/** As permessage-deflate does: a sync flush, without its last four bytes. */
function compressed(payload: Buffer): Buffer {
  return frame(deflateRawSync(payload, { finishFlush: 2 }).subarray(0, -4), compressedBinary)
}

function readAll(bytes: Buffer, chunkBytes: number): Buffer[] {
  const payloads: Buffer[] = []
  const reader = new FrameReader((_, from, start, end) => payloads.push(Buffer.from(from.subarray(start, end))))
  // One buffer for all reads, as the sockets of the load have.
  const shared = Buffer.alloc(chunkBytes)
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const length = bytes.copy(shared, 0, at, at + chunkBytes)
    reader.read(shared.subarray(0, length))
  }
  return payloads
}

const payloads = [0, 1, 125, 126, 65_535, 65_536, 200_000, 3].map((length, index) => Buffer.alloc(length, index + 1))
const plain = Buffer.concat(payloads.map((payload) => frame(payload)))

test.each([7, 1_000, 65_536, 70_000, plain.length])('frames arrive whole in chunks of %d bytes', (chunkBytes) => {
  expect(readAll(plain, chunkBytes).map((payload) => payload.length)).toEqual(payloads.map(({ length }) => length))
  expect(readAll(plain, chunkBytes).every((payload, index) => payload.equals(payloads[index] ?? payload))).toBe(true)
})

test('compressed frames are read beside plain ones, the same one twice', () => {
  const text = Buffer.from('la misma palabra '.repeat(50))
  const bytes = Buffer.concat([compressed(text), frame(text), compressed(text), compressed(Buffer.from('otra'))])
  expect(readAll(bytes, 11).map(String)).toEqual([text, text, text, 'otra'].map(String))
})

test('a fragmented message is refused instead of being misread', () => {
  expect(() => readAll(frame(Buffer.from('x'), 0x02), 100)).toThrow('fragmented')
})
