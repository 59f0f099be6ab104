/** A command that is sent again with its id is done once: it gets the first answer, whenever and however it comes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../shared/contracts/commands.ts'
import { call, command, createMeeting, getMeeting } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { readTables } from '../support/database.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  await send({ type: 'meeting.open' })
})
afterAll(() => server.dispose())

function send(body: Command, token = cast.organizerToken) {
  return command(server, token, cast.meetingId, body)
}

function post(text: string, commandId?: string): Command {
  return { type: 'message.post', text, ...(commandId === undefined ? {} : { commandId }) }
}

const newId = () => crypto.randomUUID()

test('a repeat gets the first answer and does nothing', async () => {
  const repeated = post('Una vez', newId())
  const first = await send(repeated)
  await send(post('Entre las dos'))
  const before = readTables(server.dataDir)
  expect(await send(repeated)).toEqual(first)
  expect(readTables(server.dataDir)).toEqual(before)
})

test('a repeat over the other edge gets the same answer', async () => {
  const socket = await connectSocket(server, cast.organizerToken)
  const repeated = post('Por el otro lado', newId())
  const first = await send(repeated)
  expect(await socket.command(repeated)).toEqual({ ok: true, events: first })
  socket.close()
})

test('a repeat is told to nobody again', async () => {
  const listener = await connectSocket(server, cast.people.observer.token)
  await listener.snapshot(`room/${cast.meeting.plenaryId}`)
  const repeated = post('Se oye una vez', newId())
  for (let time = 0; time < 3; time++) await send(repeated)
  await send(post('Después'))
  await listener.event('message.posted', (event) => Object.values(event.content ?? {})[0]?.text === 'Después')
  expect(listener.events.filter(({ type }) => type === 'message.posted')).toHaveLength(2)
  listener.close()
})

test('twenty at the same moment over both edges are one', async () => {
  const socket = await connectSocket(server, cast.organizerToken)
  const repeated = post('Veinte a la vez', newId())
  const answers = await Promise.all(
    Array.from({ length: 20 }, async (_, index) => {
      if (index % 2 === 0) return send(repeated)
      const ack = await socket.command(repeated)
      return ack.ok ? ack.events : ack.problem
    }),
  )
  for (const answer of answers) expect(answer).toEqual(answers[0])
  const { content = [] } = readTables(server.dataDir)
  expect(content.filter(({ text }) => text === 'Veinte a la vez')).toHaveLength(1)
  socket.close()
})

test('a repeat with another payload gets the first answer, too: the id says which command it was', async () => {
  const commandId = newId()
  const first = await send(post('El primero', commandId))
  expect(await send({ type: 'board.create', title: 'Otro', commandId })).toEqual(first)
})

test('the same id of another person, or in another meeting, is another command', async () => {
  const repeated = post('De cada quien', newId())
  const mine = await send(repeated)
  const theirs = await send(repeated, cast.people.participant.token)
  expect(theirs[0]?.seq).toBe((mine[0]?.seq ?? 0) + 1)
  expect(theirs[0]).toMatchObject({ authorId: cast.people.participant.participantId })
  const { elsewhere } = cast
  const [there] = await command(server, elsewhere.organizerToken, elsewhere.meeting.id, repeated)
  expect(there?.stream).toBe(`room/${elsewhere.meeting.plenaryId}`)
})

test('without an id the same command is two', async () => {
  const [first] = await send(post('Dos veces'))
  const [second] = await send(post('Dos veces'))
  expect(second?.seq).toBe((first?.seq ?? 0) + 1)
})

test('what was refused is not remembered: it may be possible the next time', async () => {
  const advance: Command = { type: 'agenda.advance', commandId: newId() }
  await expect(send(advance)).rejects.toThrow('agenda is empty')
  await send({ type: 'agenda.set', items: [{ kind: 'break', title: 'Café' }] })
  expect(await send(advance)).toMatchObject([{ type: 'agenda.advanced' }])
})

test('a repeat shows only what the sender may see by now', async () => {
  const facilitator = await cast.somebody({ role: 'facilitator' })
  const { participantId } = await cast.someoneWaiting()
  const admit: Command = { type: 'participant.admit', participantId, commandId: newId() }
  expect((await send(admit, facilitator.token)).map(({ type }) => type)).toEqual(['lobby.left', 'participant.joined'])
  await send({ type: 'participant.setRole', participantId: facilitator.participantId, role: 'observer' })
  expect((await send(admit, facilitator.token)).map(({ type }) => type)).toEqual(['participant.joined'])
})

test.each(['', 'twice', '123', 'g'.repeat(36), `${crypto.randomUUID()} `])(
  '"%s" is no command id',
  async (commandId) => {
    const path = `/api/meetings/${cast.meetingId}/commands`
    const body = { type: 'message.post', text: 'Hola', commandId }
    expect(await call(server, 'POST', path, { token: cast.organizerToken, body })).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', errors: [{ path: 'commandId' }] },
    })
  },
)

test('a repeat after a restart of the server gets the first answer', async () => {
  const first = await startServer()
  const { meeting, organizerToken } = await createMeeting(first)
  const create: Command = { type: 'case.create', title: 'Caso', commandId: newId() }
  const answer = await command(first, organizerToken, meeting.id, create)
  expect(await first.stop()).toBe(0)

  const second = await startServer({ dataDir: first.dataDir })
  expect(await command(second, organizerToken, meeting.id, create)).toEqual(answer)
  expect((await getMeeting(second, organizerToken, meeting.id)).cases).toHaveLength(1)
  await second.dispose()
  await first.dispose()
})
