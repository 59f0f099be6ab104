/**
 * The one owner of the HTTP server's `upgrade` event: documents go to the sync endpoint, `/socket.io` to socket.io
 * (which listens itself and is told to leave others alone), and anything else is turned away.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

export function routeUpgrades(server: Server, handleSync: UpgradeHandler): void {
  server.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    if (path.startsWith('/sync/')) handleSync(request, socket, head)
    else if (!path.startsWith('/socket.io/')) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
  })
}
