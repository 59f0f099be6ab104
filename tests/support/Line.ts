/**
 * A person's own line to the server, which can fail: browsers call a connection alive long after it is told to be
 * offline, so the line itself is cut. Its address is another origin, which the server has to allow.
 */

import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export interface Line {
  url: string
  /** Where it leads; nothing gets through before. */
  leadTo(port: number): void
  cut(): void
  mend(): void
  dispose(): Promise<void>
}

export async function openLine(): Promise<Line> {
  let port: number | null = null
  let isCut = false
  const sockets = new Set<Socket>()
  const listener = createServer((near) => {
    if (isCut || port === null) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      // An end that breaks ends the other: that is what a line is.
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('the line listens on no port')
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    leadTo(serverPort) {
      port = serverPort
    },
    cut() {
      isCut = true
      hangUp()
    },
    mend() {
      isCut = false
    },
    async dispose() {
      hangUp()
      listener.close()
      await once(listener, 'close')
    },
  }
}
