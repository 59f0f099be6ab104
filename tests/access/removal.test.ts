/** Removing somebody ends everything that they hold: tokens, links, sockets, documents; and leaves what they said. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { call, command, invite, join } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { openDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket, type TestSocket } from '../support/socket.ts'
import { until } from '../support/until.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  await command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.open' })
})
afterAll(() => server.dispose())

const open: { close(): void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

async function connect(credentials: Parameters<typeof connectSocket>[1]): Promise<TestSocket> {
  const socket = await connectSocket(server, credentials)
  open.push(socket)
  return socket
}

function remove(participantId: ParticipantId) {
  return command(server, cast.organizerToken, cast.meetingId, { type: 'participant.remove', participantId })
}

/** Somebody with two tokens of one link, a cookie, two sockets and an open document. */
async function somebodyWithEverything() {
  const { token: link } = await invite(server, cast.organizerToken, cast.meetingId, {
    role: 'participant',
    name: 'Rémy',
  })
  const { participant, token } = await join(server, { token: link })
  const second = await call(server, 'POST', '/api/join', { body: { token: link } })
  const cookie = second.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await command(server, token, cast.meetingId, { type: 'message.post', text: 'Lo que dijo' })
  const [created] = await command(server, token, cast.meetingId, { type: 'case.create', title: 'Su caso' })
  const document = openDocument(server, `case/${created?.type === 'case.created' ? created.caseId : ''}`, {
    token,
    confirm: true,
  })
  open.push({ close: document.destroy })
  await document.synced()
  return { link, participant, token, otherToken: (second.body as { token: string }).token, cookie, document }
}

test('every token, the link and the browser’s seat are dead at once', async () => {
  const { link, participant, token, otherToken, cookie } = await somebodyWithEverything()
  const path = `/api/meetings/${cast.meetingId}`
  await remove(participant.id)

  expect((await call(server, 'GET', path, { token })).status).toBe(401)
  expect((await call(server, 'GET', path, { token: otherToken })).status).toBe(401)
  expect((await call(server, 'GET', path, { headers: { cookie } })).status).toBe(401)
  expect((await call(server, 'GET', '/api/seats', { headers: { cookie } })).body).toEqual({ seats: [] })
  expect((await call(server, 'POST', '/api/join', { body: { token: link } })).status).toBe(401)
  await expect(connectSocket(server, token)).rejects.toThrow('unauthorized')
})

test('open sockets are told and closed, the document closes with 4403 for good, and with 4401 afterwards', async () => {
  const { participant, token, cookie, document } = await somebodyWithEverything()
  const sockets = [await connect(token), await connect({ headers: { cookie } })]
  for (const socket of sockets) await socket.snapshot(`meeting/${cast.meetingId}`)
  const before = sockets.map(({ events }) => events.length)
  await remove(participant.id)

  for (const [at, socket] of sockets.entries()) {
    await until(() => socket.socket.disconnected, 'the socket is closed')
    expect(socket.events.slice(before[at]).at(-1)).toMatchObject({ type: 'seat.removed', meetingId: cast.meetingId })
  }
  expect(await document.refused()).toBe(closeCodes.forbidden)
  const again = openDocument(server, document.provider.roomname, { token })
  open.push({ close: again.destroy })
  expect(await again.refused()).toBe(closeCodes.signedOut)
})

test('[AC4] what was on its way when they were removed is taken and saved, and nothing comes back', async () => {
  const { participant, document } = await somebodyWithEverything()
  const reader = openDocument(server, document.provider.roomname, { token: cast.organizerToken, confirm: true })
  open.push({ close: reader.destroy })
  await reader.synced()
  document.doc.getText('t').insert(0, 'a mitad de la fra')
  await document.saved()
  await remove(participant.id)
  reader.doc.getText('secret').insert(0, 'ya no es para él')
  await reader.saved()
  document.doc.getText('t').insert(17, 'se')
  await document.saved()
  await until(() => reader.doc.getText('t').toString() === 'a mitad de la frase', 'the end of the sentence is there')
  expect(await document.refused()).toBe(closeCodes.forbidden)
  expect(document.frames.some((frame) => frame.includes('ya no es'))).toBe(false)
  expect(document.doc.getText('secret').toString()).toBe('')
})

test('nothing of what happens afterwards reaches them', async () => {
  const { participant, token } = await somebodyWithEverything()
  const socket = await connect(token)
  await socket.snapshot(`meeting/${cast.meetingId}`)
  await Promise.all([
    remove(participant.id),
    ...Array.from({ length: 10 }, (_, index) =>
      command(server, cast.organizerToken, cast.meetingId, { type: 'message.post', text: `Después ${index}` }),
    ),
  ])
  await until(() => socket.socket.disconnected, 'the socket is closed')
  const removedAt = socket.events.findIndex(({ type }) => type === 'seat.removed')
  expect(removedAt).toBeGreaterThan(-1)
  expect(socket.events.slice(removedAt + 1).filter(({ type }) => type === 'message.posted')).toEqual([])
})

test('what they said stays, with their name', async () => {
  const { participant } = await somebodyWithEverything()
  await remove(participant.id)
  const observer = await connect(cast.people.observer.token)
  const room = await observer.snapshot(`room/${cast.meeting.plenaryId}`)
  expect(room.people[participant.id]).toEqual({ name: 'Rémy' })
  const meeting = await observer.snapshot(`meeting/${cast.meetingId}`)
  expect(meeting.state).toMatchObject({ removed: { [participant.id]: true } })
  expect(meeting.state).not.toMatchObject({ members: { [participant.id]: expect.anything() } })
})

test('the name of whoever brought a case is known to the others after they have been removed', async () => {
  const { participant } = await somebodyWithEverything()
  await remove(participant.id)
  const observer = await connect(cast.people.observer.token)
  const meeting = await observer.snapshot(`meeting/${cast.meetingId}`)
  expect(meeting.people[participant.id]).toEqual({ name: 'Rémy' })
})

test('a ticket that was issued before does not open the document', async () => {
  const { participant, token, document } = await somebodyWithEverything()
  const name = document.provider.roomname
  const { body } = await call(server, 'POST', '/api/sync-tickets', { token, body: { document: name } })
  await remove(participant.id)
  const late = openDocument(server, name, { ticket: (body as { ticket: string }).ticket })
  open.push({ close: late.destroy })
  expect(await late.refused()).toBe(closeCodes.forbidden)
})
