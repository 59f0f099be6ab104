/**
 * Cuts what a socket delivers into WebSocket frames, whatever the cuts of TCP. A compressed frame must stand for itself
 * (`server_no_context_takeover`). Servers that send the same compressed bytes to everybody are inflated once: in a room
 * each person's own laptop does it, and the load should not be what is slow.
 */
import { constants, inflateRawSync } from 'node:zlib'

export type TakeFrame = (opcode: number, bytes: Buffer, start: number, end: number) => void

/** From here on a payload is collected in place instead of being copied again with each read. */
const collectFromBytes = 65_536
const finBit = 0x80
const compressedBit = 0x40
/** What permessage-deflate leaves off each message. */
const deflateTail = Buffer.from([0x00, 0x00, 0xff, 0xff])
/** A message ends with a flush and not with the end of a stream. */
const inflateOptions = { finishFlush: constants.Z_SYNC_FLUSH }

const lastInflated = { from: Buffer.alloc(0), to: Buffer.alloc(0) }

export class FrameReader {
  readonly #take: TakeFrame
  #rest: Buffer | null = null
  #collecting: { first: number; bytes: Buffer; filled: number } | null = null

  constructor(take: TakeFrame) {
    this.#take = take
  }

  /** `chunk` may be used again by the caller: what is not whole yet is copied. */
  read(chunk: Buffer): void {
    let bytes = chunk
    let at = 0
    if (this.#collecting) {
      at = this.#collect(this.#collecting, bytes)
      if (this.#collecting) return
    }
    if (this.#rest) {
      bytes = Buffer.concat([this.#rest, bytes.subarray(at)])
      at = 0
      this.#rest = null
    }
    for (;;) {
      const next = this.#frame(bytes, at)
      if (next === null) break
      at = next
    }
    if (!this.#collecting && at < bytes.length) this.#rest = Buffer.from(bytes.subarray(at))
  }

  /** Takes the frame that begins at `at` and gives where the next one begins; null when it is not all there. */
  #frame(bytes: Buffer, at: number): number | null {
    const here = bytes.length - at
    if (here < 2) return null
    const first = bytes[at] ?? 0
    const short = (bytes[at + 1] ?? 0) & 0x7f
    const headBytes = short === 127 ? 10 : short === 126 ? 4 : 2
    if (here < headBytes) return null
    const length =
      short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short === 126 ? bytes.readUInt16BE(at + 2) : short
    const start = at + headBytes
    if (bytes.length - start >= length) {
      this.#deliver(first, bytes, start, start + length)
      return start + length
    }
    if (length < collectFromBytes) return null
    const whole = Buffer.allocUnsafe(length)
    this.#collecting = { first, bytes: whole, filled: bytes.copy(whole, 0, start) }
    return null
  }

  /** Gives how much of the chunk it took. */
  #collect(collecting: { first: number; bytes: Buffer; filled: number }, chunk: Buffer): number {
    const taken = chunk.copy(collecting.bytes, collecting.filled)
    collecting.filled += taken
    if (collecting.filled < collecting.bytes.length) return taken
    this.#collecting = null
    this.#deliver(collecting.first, collecting.bytes, 0, collecting.bytes.length)
    return taken
  }

  #deliver(first: number, bytes: Buffer, start: number, end: number): void {
    if ((first & finBit) === 0) throw new Error('the load reads no fragmented messages')
    const opcode = first & 0x0f
    if ((first & compressedBit) === 0) {
      this.#take(opcode, bytes, start, end)
      return
    }
    const inflated = inflate(bytes.subarray(start, end))
    this.#take(opcode, inflated, 0, inflated.length)
  }
}

function inflate(compressed: Buffer): Buffer {
  if (lastInflated.from.equals(compressed)) return lastInflated.to
  lastInflated.from = Buffer.from(compressed)
  lastInflated.to = inflateRawSync(Buffer.concat([compressed, deflateTail]), inflateOptions)
  return lastInflated.to
}
