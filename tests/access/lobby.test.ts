/** From the lobby into the room on one socket: admission, refusal and changes of role without a reload. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../shared/contracts/terms.ts'
import { command, createMeeting, join } from '../support/api.ts'
import { type Cast, gatherCast, type Person } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket, type TestSocket } from '../support/socket.ts'
import { until } from '../support/until.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
})
afterAll(() => server.dispose())

const sockets: TestSocket[] = []
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})

async function connect({ token }: Person) {
  const connected = await connectSocket(server, token)
  sockets.push(connected)
  /** What arrives from here on, in order and in words. */
  const heard: string[] = []
  connected.socket.onAny((name: string, message: { stream?: string; type?: string; ahead?: number }) => {
    heard.push([name, message.type ?? message.stream?.split('/')[0] ?? message.ahead].join(' '))
  })
  return { ...connected, heard, id: connected.socket.id }
}

const organizer = (type: 'participant.admit' | 'participant.remove', { participantId }: Person) =>
  command(server, cast.organizerToken, cast.meetingId, { type, participantId })

test('who waits hears only of their own place, and how many came before', async () => {
  const person = await cast.someoneWaiting()
  const socket = await connect(person)
  await until(() => socket.lobby.length > 0, 'the place in the lobby arrives')
  expect(socket.snapshots).toEqual([
    {
      stream: `person/${person.participantId}`,
      seq: 1,
      state: { status: 'waiting', meetingId: cast.meetingId, role: null, deposits: [] },
      content: {},
      people: { [person.participantId]: { name: 'Wanda' } },
    },
  ])
  expect(socket.presence).toEqual([])
  expect(socket.lobby).toEqual([{ ahead: expect.any(Number) }])
})

test('the number ahead counts down as others are let in or turned away, in the order of arrival', async () => {
  const { meeting, organizerToken } = await createMeeting(server)
  const arrive = async (name: string): Promise<Person> => {
    const { token, participant } = await join(server, { code: meeting.code, name })
    return { token, participantId: participant.id }
  }
  const first = await arrive('Uno')
  const second = await arrive('Dos')
  const third = await arrive('Tres')
  const last = await connect(await arrive('Cuatro'))
  const aheadIs = (ahead: number) => until(() => last.lobby.at(-1)?.ahead === ahead, `${ahead} people are ahead`)
  const moderate = (type: 'participant.admit' | 'participant.remove', { participantId }: Person) =>
    command(server, organizerToken, meeting.id, { type, participantId })
  await aheadIs(3)
  await moderate('participant.admit', second)
  await aheadIs(2)
  await moderate('participant.remove', third)
  await aheadIs(1)
  await moderate('participant.admit', first)
  await aheadIs(0)
})

test('admission comes on the same socket: the news first, then whole snapshots, then what happens', async () => {
  const person = await cast.someoneWaiting()
  const socket = await connect(person)
  await until(() => socket.lobby.length > 0, 'the place in the lobby arrives')
  const before = socket.heard.length

  await organizer('participant.admit', person)
  await until(() => socket.presence.length > 0, 'the room is there')
  await command(server, cast.organizerToken, cast.meetingId, { type: 'message.post', text: 'Bienvenida' })
  const message = await socket.event('message.posted')

  expect(socket.heard.slice(before).filter((one) => !/^(presence|lobby)/.test(one))).toEqual([
    'event seat.admitted',
    'snapshot meeting',
    'snapshot room',
    'event message.posted',
  ])
  expect(socket.socket.id).toBe(socket.id)
  const meeting = await socket.snapshot(`meeting/${cast.meetingId}`)
  expect(meeting.state).toMatchObject({ members: { [person.participantId]: { role: 'participant' } } })
  expect(meeting.people[person.participantId]).toMatchObject({ name: 'Wanda' })
  const room = await socket.snapshot(`room/${cast.meeting.plenaryId}`)
  expect(message.seq).toBe(room.seq + 1)
})

test('whoever is admitted while away finds the room when they come back', async () => {
  const person = await cast.someoneWaiting()
  await organizer('participant.admit', person)
  const socket = await connect(person)
  await socket.snapshot(`room/${cast.meeting.plenaryId}`)
  expect(await socket.snapshot(`person/${person.participantId}`)).toMatchObject({
    state: { status: 'admitted', role: 'participant' },
  })
})

test('moderators see who comes to the lobby, with the name, and who leaves it', async () => {
  const socket = await connect(cast.people.facilitator)
  await socket.snapshot(`moderators/${cast.meetingId}`)
  const person = await cast.someoneWaiting('Zoraida')
  const entered = await socket.event('lobby.entered', (event) => JSON.stringify(event).includes(person.participantId))
  expect(entered.people).toEqual({ [person.participantId]: { name: 'Zoraida' } })
  await organizer('participant.admit', person)
  await socket.event('lobby.left', (event) => JSON.stringify(event).includes(person.participantId))
  await socket.event('participant.joined', (event) => JSON.stringify(event).includes(person.participantId))
})

test('who is turned away in the lobby is told and then cut off', async () => {
  const person = await cast.someoneWaiting()
  const socket = await connect(person)
  await until(() => socket.lobby.length > 0, 'the place in the lobby arrives')
  await organizer('participant.remove', person)
  await until(() => socket.socket.disconnected, 'the socket is closed')
  expect(socket.heard).toContain('event seat.removed')
  await expect(connectSocket(server, person.token)).rejects.toThrow('unauthorized')
})

test('a change of role gives and takes the moderators’ stream on the same socket', async () => {
  const person = await cast.somebody()
  const socket = await connect(person)
  const lobby = `moderators/${cast.meetingId}`
  const setRole = (role: Role) =>
    command(server, cast.organizerToken, cast.meetingId, {
      type: 'participant.setRole',
      participantId: person.participantId,
      role,
    })
  await socket.snapshot(`room/${cast.meeting.plenaryId}`)
  await setRole('facilitator')
  const snapshot = await socket.snapshot(lobby)
  expect(snapshot.state).toMatchObject({ code: cast.code })

  await setRole('observer')
  await until(() => socket.left.includes(lobby), 'the moderators’ stream is left')
  await cast.someoneWaiting('Después')
  const post = await socket.command({ type: 'message.post', text: 'x' })
  expect(post).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
  expect(socket.events.filter(({ stream }) => stream === lobby)).toEqual([])
  expect(socket.socket.id).toBe(socket.id)
})
