/**
 * The yardstick, not a server that anyone should run: it passes binary frames between the sockets of one path, knows no
 * documents and checks nothing. `naive` sends to each socket; `batch` builds the bytes once and makes one write for
 * each socket and turn of the loop. The last sync step 2 is replayed to newcomers, so that joining has a bound as well.
 */
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { frameTypes, syncTypes } from '../../../shared/contracts/sync.ts'

const isBatching = process.env.MODE === 'batch'
/** An update without content, as the answer to who comes first. */
const emptyStep2 = Buffer.from([frameTypes.sync, syncTypes.step2, 2, 0, 0])

/** A whole frame as a server sends it: not masked. */
function serverFrame(payload: Buffer): Buffer {
  const { length } = payload
  const head = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10)
  head[0] = 0x82
  head[1] = head.length === 2 ? length : head.length === 4 ? 126 : 127
  if (head.length === 4) head.writeUInt16BE(length, 2)
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, payload])
}

class Room {
  readonly #sockets = new Map<WebSocket, Socket>()
  #step2 = serverFrame(emptyStep2)
  #waiting: Buffer[] = []

  add(webSocket: WebSocket, socket: Socket): void {
    this.#sockets.set(webSocket, socket)
  }

  remove(webSocket: WebSocket): void {
    this.#sockets.delete(webSocket)
  }

  take(from: WebSocket, data: Buffer): void {
    if (data[0] === frameTypes.sync && data[1] === syncTypes.step1) this.#sockets.get(from)?.write(this.#step2)
    else if (data[0] === frameTypes.sync && data[1] === syncTypes.step2) {
      if (data.length > emptyStep2.length) this.#step2 = serverFrame(data)
    } else if (isBatching) this.#passOnLater(data)
    else for (const webSocket of this.#sockets.keys()) if (webSocket !== from) webSocket.send(data)
  }

  #passOnLater(data: Buffer): void {
    this.#waiting.push(serverFrame(data))
    if (this.#waiting.length > 1) return
    setImmediate(() => {
      const bytes = Buffer.concat(this.#waiting)
      this.#waiting = []
      for (const socket of this.#sockets.values()) socket.write(bytes)
    })
  }
}

const rooms = new Map<string, Room>()
const server = createServer((_, response) => response.end())
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (webSocket, { url = '', socket }) => {
  const room = rooms.get(url) ?? new Room()
  rooms.set(url, room)
  socket.setNoDelay(true)
  room.add(webSocket, socket)
  webSocket.on('message', (data) => room.take(webSocket, data as Buffer))
  webSocket.on('close', () => room.remove(webSocket))
  webSocket.on('error', () => webSocket.terminate())
})
server.listen(Number(process.env.PORT), process.env.HOST)
