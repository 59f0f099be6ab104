/** A, B and S: people who write, and what it costs to bring each edit to everybody else. */
import type { Contestant } from '../contestants/Contestant.ts'
import type { Scenario } from './Scenario.ts'
import type { Loaded } from './Session.ts'
import { range, withSession } from './withSession.ts'

interface Hall {
  rooms: number
  peoplePerRoom: number
  writersPerRoom: number
  perSecond: number
  slowReaders?: number
  pastedBytes?: number
}

const seconds = { full: 8, quick: 2 }

async function write(contestant: Contestant, isQuick: boolean, hall: Hall): Promise<Loaded> {
  const { rooms, peoplePerRoom, slowReaders = 0, pastedBytes = 0 } = hall
  const people = rooms * peoplePerRoom
  const needs = { documents: rooms, people: people + 1 }
  const loaded = await withSession(contestant, needs, (session) =>
    session.load({
      task: 'edits',
      rooms: range(rooms).map((room) =>
        range(peoplePerRoom).map((person) => session.server.seat(room, room * peoplePerRoom + person)),
      ),
      newcomer: session.server.seat(0, people),
      writersPerRoom: hall.writersPerRoom,
      perSecond: hall.perSecond,
      seconds: isQuick ? seconds.quick : seconds.full,
      slowReaders,
      pastedBytes,
    }),
  )
  const { cpuSeconds = 0, deliveries = 1 } = loaded.measures
  return { ...loaded, measures: { ...loaded.measures, cpuMicrosPerDelivery: (cpuSeconds * 1e6) / deliveries } }
}

export const hall: Scenario = {
  id: 'A',
  about: 'one document, 300 people, 20 of them write 5 edits a second; also with a slow disk and without durability',
  contestants: [
    'plenaria',
    'plenaria-slow-disk',
    'plenaria-lazy-disk',
    'relay-batch',
    'y-websocket-server',
    'hocuspocus',
  ],
  run: (contestant, isQuick) =>
    write(contestant, isQuick, { rooms: 1, peoplePerRoom: isQuick ? 30 : 300, writersPerRoom: 20, perSecond: 5 }),
}

export const breakouts: Scenario = {
  id: 'B',
  about: '30 documents with 10 people each, all of whom write 2 edits a second',
  contestants: ['plenaria', 'relay', 'y-websocket-server', 'hocuspocus-sqlite'],
  run: (contestant, isQuick) =>
    write(contestant, isQuick, { rooms: isQuick ? 3 : 30, peoplePerRoom: 10, writersPerRoom: 10, perSecond: 2 }),
}

/** Over the measured time 3 MB for each reader, which is more than the kernel keeps for a socket. */
const pastedBytes = 40_000
const slowReaders = { full: 20, quick: 2 }

export const slowReading: Scenario = {
  id: 'S',
  about: 'A while somebody pastes 400 KB a second, and 20 of the 300 read nothing; beside it, everybody reads',
  contestants: ['plenaria', 'plenaria-all-read'],
  run(contestant, isQuick) {
    const slow = isQuick ? slowReaders.quick : slowReaders.full
    return write(contestant, isQuick, {
      rooms: 1,
      peoplePerRoom: isQuick ? 30 : 300,
      writersPerRoom: 20,
      perSecond: 5,
      slowReaders: contestant.name === 'plenaria-all-read' ? 0 : slow,
      pastedBytes,
    })
  },
}
