/** The yardsticks: servers that keep no document and only pass frames on. They bound what Node can do on the machine. */
import { programFile } from '../programs.ts'
import type { Contestant } from './Contestant.ts'
import { seatsAt } from './peerSeats.ts'
import { startProcess } from './serverProcess.ts'

function relay(name: string, mode: 'naive' | 'batch', saturationFrom: number): Contestant {
  return {
    name,
    framing: 'y-websocket',
    keepsDocuments: false,
    settleMs: 0,
    saturationFrom,
    async start() {
      const { pid, port, stop } = await startProcess(programFile('relay'), { MODE: mode })
      return { pid, stop, seat: seatsAt(`ws://127.0.0.1:${port}`) }
    },
  }
}

export const relays = [relay('relay', 'naive', 2_000), relay('relay-batch', 'batch', 10_000)]
