/** I: documents that were opened, written into and left give their memory back. */
import { ownerOf } from '../contestants/plenaria.ts'
import { pause } from '../load/waiting.ts'
import { usageOf } from '../machine/cpu.ts'
import type { Scenario } from './Scenario.ts'
import { range, withSession } from './withSession.ts'

/** Touched before the first look, so that it sees a server that is warm. */
const warmUp = { full: 1_000, quick: 50 }
/** Longer than a document stays in memory after the last one has left (server/sync/Hub.ts). */
const leaveMs = 45_000

export const idle: Scenario = {
  id: 'I',
  about: '10,000 documents are opened, written into and left: memory before and after',
  contestants: ['plenaria'],
  isOnce: true,
  run(contestant, isQuick) {
    const documents = isQuick ? 200 : 10_000
    const first = isQuick ? warmUp.quick : warmUp.full
    return withSession(contestant, { documents, people: 0 }, async (session) => {
      const { server } = session
      const seats = range(documents).map((document) => server.seat(document, ownerOf(document)))
      await session.load({ task: 'touch', seats: seats.slice(0, first) })
      await pause(leaveMs)
      const beforeMb = usageOf(server.pid).residentMb
      const loaded = await session.load({ task: 'touch', seats })
      const { residentMb: touchedMb } = usageOf(server.pid)
      await pause(leaveMs)
      const afterMb = usageOf(server.pid).residentMb
      return { ...loaded, measures: { beforeMb, touchedMb, afterMb, afterToBefore: afterMb / beforeMb } }
    })
  },
}
