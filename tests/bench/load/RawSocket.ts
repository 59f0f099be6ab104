/**
 * A deliberately thin WebSocket client: one read buffer for all sockets of the load and no object per message, so that
 * three hundred of them leave the machine to the server. It offers compression as browsers do, and answers pings.
 */
import { randomBytes } from 'node:crypto'
import net from 'node:net'
import { FrameReader } from './FrameReader.ts'

export interface Address {
  url: string
  headers?: Record<string, string>
}

export interface SocketEvents {
  opened(): void
  /** A binary message; the bytes are only good until the call returns. */
  message(bytes: Buffer, start: number, end: number): void
  closed(why: string): void
}

const opcodes = { binary: 2, close: 8, ping: 9, pong: 10 } as const
const normalClosure = Buffer.from([3, 232])
const sharedBuffer = Buffer.allocUnsafe(512 * 1024)
const headerEnd = Buffer.from('\r\n\r\n')
const mask = Buffer.from([0x5a, 0xa5, 0x3c, 0xc3])

/** A whole masked frame, ready to be written. */
export function clientFrame(payload: Uint8Array, opcode: number = opcodes.binary): Buffer {
  const length = payload.length
  const headBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(headBytes + mask.length + length)
  frame[0] = 0x80 | opcode
  frame[1] = 0x80 | (headBytes === 2 ? length : headBytes === 4 ? 126 : 127)
  if (headBytes === 4) frame.writeUInt16BE(length, 2)
  if (headBytes === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  mask.copy(frame, headBytes)
  const base = headBytes + mask.length
  for (let at = 0; at < length; at++) frame[base + at] = (payload[at] ?? 0) ^ (mask[at & 3] ?? 0)
  return frame
}

export class RawSocket {
  readonly #events: SocketEvents
  readonly #socket: net.Socket
  readonly #frames = new FrameReader((opcode, bytes, start, end) => this.#frame(opcode, bytes, start, end))
  #answer: Buffer = Buffer.alloc(0)
  #isOpen = false
  #isClosed = false
  bytesIn = 0

  constructor({ url, headers = {} }: Address, events: SocketEvents) {
    this.#events = events
    const { hostname, port, host, pathname, search } = new URL(url)
    const lines = [
      `GET ${pathname}${search} HTTP/1.1`,
      `Host: ${host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits; server_no_context_takeover',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ]
    const callback = (length: number) => {
      this.#read(sharedBuffer.subarray(0, length))
      return true
    }
    const options = { host: hostname, port: Number(port), noDelay: true, onread: { buffer: sharedBuffer, callback } }
    this.#socket = net.connect(options, () => this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    this.#socket.on('error', (error) => this.#close(error.message))
    this.#socket.on('close', () => this.#close('the connection ended'))
  }

  get unsentBytes(): number {
    return this.#socket.writableLength
  }

  write(frame: Buffer): void {
    if (this.#isOpen) this.#socket.write(frame)
  }

  /** Reads nothing from here on, as a laptop whose wifi has gone. */
  stopReading(): void {
    this.#socket.pause()
  }

  end(): void {
    if (this.#isClosed) return
    this.#socket.write(clientFrame(normalClosure, opcodes.close))
    this.#socket.end()
  }

  #read(bytes: Buffer): void {
    this.bytesIn += bytes.length
    if (this.#isOpen) {
      this.#frames.read(bytes)
      return
    }
    this.#answer = Buffer.concat([this.#answer, bytes])
    const end = this.#answer.indexOf(headerEnd)
    if (end < 0) return
    const status = this.#answer.toString('latin1', 0, this.#answer.indexOf('\r\n'))
    if (!status.startsWith('HTTP/1.1 101')) {
      this.#close(`refused: ${status}`)
      this.#socket.destroy()
      return
    }
    this.#isOpen = true
    this.#events.opened()
    this.#frames.read(this.#answer.subarray(end + headerEnd.length))
  }

  #frame(opcode: number, bytes: Buffer, start: number, end: number): void {
    if (opcode === opcodes.binary) this.#events.message(bytes, start, end)
    else if (opcode === opcodes.ping) this.#socket.write(clientFrame(bytes.subarray(start, end), opcodes.pong))
    else if (opcode === opcodes.close) {
      const code = end - start >= 2 ? bytes.readUInt16BE(start) : 'without a code'
      this.#close(`closed ${code} ${bytes.toString('utf8', Math.min(start + 2, end), end)}`)
      this.#socket.end()
    }
  }

  #close(why: string): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#isOpen = false
    this.#events.closed(why)
  }
}
