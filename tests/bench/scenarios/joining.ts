/** D, E and G: what happens when everybody comes at once, and after a restart. */
import { limits } from '../../../shared/contracts/limits.ts'
import type { Contestant } from '../contestants/Contestant.ts'
import { pause } from '../load/waiting.ts'
import { usageOf } from '../machine/cpu.ts'
import type { Scenario } from './Scenario.ts'
import type { Session } from './Session.ts'
import { range, withSession } from './withSession.ts'

const documentBytes = { full: 1_000_000, quick: 50_000 }
const operations = { full: 200_000, quick: 5_000 }
/** Nobody may send more at once (limits.updatesAtOnce): the history comes from several people in turn. */
const operationsPerPerson = 0.75 * limits.updatesAtOnce

export const joinStorm: Scenario = {
  id: 'D',
  about: '300 people open a document of 1 MB at once',
  contestants: ['plenaria', 'relay', 'y-websocket-server'],
  run(contestant, isQuick) {
    const people = isQuick ? 30 : 300
    return withSession(contestant, { documents: 1, people: people + 1 }, (session) =>
      session.load({
        task: 'joinStorm',
        seats: range(people).map((person) => session.server.seat(0, person)),
        host: session.server.seat(0, people),
        bytes: isQuick ? documentBytes.quick : documentBytes.full,
      }),
    )
  },
}

export const coldLoad: Scenario = {
  id: 'E',
  about: 'a restart, and the first to open a document of 200,000 operations',
  contestants: ['plenaria', 'hocuspocus-sqlite'],
  run(contestant, isQuick) {
    const count = isQuick ? operations.quick : operations.full
    const people = Math.ceil(count / operationsPerPerson)
    return withSession(contestant, { documents: 1, people }, async (session) => {
      const seats = range(people).map((person) => session.server.seat(0, person))
      await session.load({ task: 'seedLog', seats, operations: count })
      await restart(session, contestant)
      return session.load({ task: 'coldSync', seat: session.server.seat(0, 0), operations: count })
    })
  },
}

export const reconnectStorm: Scenario = {
  id: 'G',
  about: 'a restart, and 300 people come back at once to a document of 1 MB of which each has a copy',
  contestants: ['plenaria', 'y-websocket-server', 'hocuspocus-sqlite'],
  run(contestant, isQuick) {
    const people = isQuick ? 30 : 300
    const bytes = isQuick ? documentBytes.quick : documentBytes.full
    return withSession(contestant, { documents: 1, people: people + 1 }, async (session) => {
      await session.load({ task: 'seedState', seat: session.server.seat(0, 0), bytes })
      await restart(session, contestant)
      return session.load({
        task: 'reconnectStorm',
        seats: range(people).map((person) => session.server.seat(0, person)),
        newcomer: session.server.seat(0, people),
        bytes,
      })
    })
  },
}

/** CPU in a second under which a server has nothing left to do. */
const restingShare = 0.03
const longestRestSeconds = 60

/** When the server has stored what it stores and does nothing any more. */
async function restart(session: Session, { settleMs }: Contestant): Promise<void> {
  await pause(settleMs)
  for (let second = 0; second < longestRestSeconds; second++) {
    const before = usageOf(session.server.pid).cpuSeconds
    await pause(1_000)
    if (usageOf(session.server.pid).cpuSeconds - before < restingShare) break
  }
  await session.stop()
  await session.start()
}
