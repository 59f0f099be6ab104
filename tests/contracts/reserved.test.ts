/** Names that the contract reserves for later issues: until they are built they are answered as it says. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportFormats } from '../../server/outcomes/exports.ts'
import { commandTypes } from '../../shared/contracts/commands.ts'
import { call } from '../support/api.ts'
import { type Caller, type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket, type TestSocket } from '../support/socket.ts'

let server: Server
let cast: Cast
const sockets = new Map<Caller, TestSocket>()
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  for (const caller of ['organizer', 'observer', 'waiting'] as const) {
    sockets.set(caller, await connectSocket(server, cast.people[caller].token))
  }
})
afterAll(async () => {
  for (const socket of sockets.values()) socket.close()
  await server.dispose()
})

/** The contract's list, word for word. */
const commandsOfTheContract = `
  meeting.open meeting.close meeting.archive meeting.setPolicies meeting.setRecord participant.admit participant.remove
  participant.setRole room.create room.rename room.close breakouts.open breakouts.assign breakouts.recall agenda.set
  agenda.advance timer.start timer.stop announcement.post case.create case.setMarking case.setClearance case.withdraw
  board.create board.setPhase vote.cast vote.withdraw message.post message.hide hand.raise hand.lower floor.give
  document.lock document.unlock`
  .trim()
  .split(/\s+/)

/** The archive is none of them: it is built, and holds everything. */
const formatsOfTheContract = ['docx', 'pdf', 'md', 'html', 'csv', 'xlsx', 'json']

const built: readonly string[] = commandTypes
const unknown = [
  ...commandsOfTheContract.filter((type) => !built.includes(type)),
  'meeting.delete',
  'constructor',
  '__proto__',
  '',
]

test.each(unknown)('the command "%s" is unknown, over both edges and for everybody', async (type) => {
  const path = `/api/meetings/${cast.meetingId}/commands`
  for (const [caller, socket] of sockets) {
    const { token } = cast.people[caller]
    const answer = await call(server, 'POST', path, { token, body: { type, anything: 1 } })
    expect(answer).toMatchObject({ status: 400, body: { status: 400, code: 'unknown-command' } })
    expect(await socket.command({ type, anything: 1 })).toEqual({ ok: false, problem: answer.body })
  }
})

const missing = formatsOfTheContract.filter((format) => !Object.hasOwn(exportFormats, format))

test.each([...missing, 'exe', 'DOCX', 'constructor', '__proto__'])('the format %s is not available', async (format) => {
  for (const caller of ['organizer', 'rapporteur'] as const) {
    const path = `/api/meetings/${cast.meetingId}/exports/${format}`
    const answer = await call(server, 'GET', path, { token: cast.people[caller].token })
    expect(answer).toMatchObject({ status: 404, body: { status: 404, code: 'format-not-available' } })
  }
})
