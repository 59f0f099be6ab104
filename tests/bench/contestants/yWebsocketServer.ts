/** @y/websocket-server as its package starts it: in memory, or with its LevelDB. */
import { join } from 'node:path'
import type { Contestant } from './Contestant.ts'
import { seatsAt } from './peerSeats.ts'
import { peerFolder } from './peers.ts'
import { startProcess } from './serverProcess.ts'

function yWebsocketServer(name: string, isPersistent: boolean): Contestant {
  return {
    name,
    framing: 'y-websocket',
    keepsDocuments: true,
    settleMs: 3_000,
    saturationFrom: 1_500,
    peer: 'y-websocket-server',
    async start({ dataDir }) {
      const folder = peerFolder('y-websocket-server')
      const script = join(folder, 'node_modules/@y/websocket-server/src/server.js')
      const env = isPersistent ? { YPERSISTENCE: join(dataDir, 'leveldb') } : {}
      const { pid, port, stop } = await startProcess(script, env, folder)
      return { pid, stop, seat: seatsAt(`ws://127.0.0.1:${port}`) }
    },
  }
}

export const yWebsocketServers = [
  yWebsocketServer('y-websocket-server', false),
  yWebsocketServer('y-websocket-server-leveldb', true),
]
