/** Each stream × caller on real sockets, against a table written by hand. What a stream holds is tested elsewhere. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command } from '../support/api.ts'
import { type Caller, type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'
import { cellOf, readTable } from '../support/table.ts'
import { until, within } from '../support/until.ts'

const table = readTable(join(import.meta.dirname, 'wireStreams.csv'))

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  await command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.open' })
})
afterAll(() => server.dispose())

function streamOf(name: string, caller: Caller): string {
  const { people, meeting, meetingId } = cast
  const other = caller === 'participant' ? 'observer' : 'participant'
  const streams: Record<string, string> = {
    meeting: `meeting/${meetingId}`,
    room: `room/${meeting.plenaryId}`,
    moderators: `moderators/${meetingId}`,
    'own person': `person/${people[caller].participantId}`,
    "another's": `person/${people[other].participantId}`,
    nowhere: 'room/nowhere',
  }
  const stream = streams[name]
  if (stream === undefined) throw new Error(`nothing says which stream "${name}" is`)
  return stream
}

describe.each(['organizer', 'facilitator', 'rapporteur', 'participant', 'observer', 'waiting', 'foreign'] as const)(
  'the socket of %s',
  (caller) => {
    test('gets a snapshot of exactly the streams that its person may read, and may resume no other', async () => {
      const socket = await connectSocket(server, cast.people[caller].token)
      try {
        const allowed = table
          .filter((row) => cellOf(row, caller) === 'yes')
          .map((row) => streamOf(cellOf(row, 'stream'), caller))
        if (caller === 'foreign') {
          const { id, plenaryId } = cast.elsewhere.meeting
          allowed.push(`meeting/${id}`, `room/${plenaryId}`, `moderators/${id}`)
        }
        await until(() => socket.snapshots.length >= allowed.length, `${caller} gets ${allowed.length} snapshots`)
        for (const row of table) {
          const stream = streamOf(cellOf(row, 'stream'), caller)
          const answer = await within(
            new Promise((resolve) => socket.socket.emit('resume', { stream, after: 0 }, resolve)),
            'the server answers',
          )
          if (cellOf(row, caller) === 'yes') expect(answer).toEqual({ ok: true })
          else expect(answer).toMatchObject({ ok: false, problem: { status: 403, code: 'forbidden' } })
        }
        const readable = new Set(allowed)
        expect(new Set(socket.snapshots.map(({ stream }) => stream))).toEqual(readable)
        expect(socket.events.filter(({ stream }) => !readable.has(stream))).toEqual([])
      } finally {
        socket.close()
      }
    })
  },
)

test('what happens in a stream reaches those who may read it and nobody else', async () => {
  const callers = ['organizer', 'facilitator', 'participant', 'waiting', 'foreign'] as const
  const sockets = await Promise.all(callers.map((caller) => connectSocket(server, cast.people[caller].token)))
  try {
    await command(server, cast.people.participant.token, cast.meetingId, { type: 'message.post', text: 'Hola' })
    const { participantId } = await cast.someoneWaiting()
    await Promise.all(
      sockets
        .slice(0, 2)
        .map((socket) => socket.event('lobby.entered', (event) => JSON.stringify(event).includes(participantId))),
    )
    await Promise.all(sockets.slice(0, 3).map((socket) => socket.event('message.posted')))
    // A round trip on each socket: whatever was sent to it before has arrived.
    await Promise.all(sockets.map((socket) => socket.command({ type: 'none' })))
    const heard = sockets.map(({ events }) => [...new Set(events.map(({ type }) => type))].toSorted())
    expect(heard).toEqual([
      ['lobby.entered', 'message.posted'],
      ['lobby.entered', 'message.posted'],
      ['message.posted'],
      [],
      [],
    ])
  } finally {
    for (const socket of sockets) socket.close()
  }
})
