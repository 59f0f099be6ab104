/** @hocuspocus/server, in memory or with its SQLite extension. */
import { join } from 'node:path'
import { programFile } from '../programs.ts'
import type { Contestant } from './Contestant.ts'
import { seatsAt } from './peerSeats.ts'
import { peerFolder } from './peers.ts'
import { startProcess } from './serverProcess.ts'

/** It stores 2 s after the last edit and at the latest after 10 s. */
const longestStoreMs = 13_000

function hocuspocus(name: string, isPersistent: boolean): Contestant {
  return {
    name,
    framing: 'hocuspocus',
    keepsDocuments: true,
    settleMs: isPersistent ? longestStoreMs : 0,
    saturationFrom: 10_000,
    peer: 'hocuspocus',
    async start({ dataDir }) {
      const sqlite = isPersistent ? { SQLITE: join(dataDir, 'hocuspocus.sqlite') } : {}
      const env = { PEER_FOLDER: peerFolder('hocuspocus'), ...sqlite }
      const { pid, port, stop } = await startProcess(programFile('hocuspocus'), env)
      return { pid, stop, seat: seatsAt(`ws://127.0.0.1:${port}`, false) }
    },
  }
}

export const hocuspocusServers = [hocuspocus('hocuspocus', false), hocuspocus('hocuspocus-sqlite', true)]
