/** What nobody should send over socket.io: it is refused with a problem or cut off, and the others do not notice. */
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import NodeWebSocket from 'ws'
import { limits } from '../../shared/contracts/limits.ts'
import { problem } from '../../shared/contracts/problems.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket, type TestSocket } from '../support/socket.ts'
import { nextEvent, until, within } from '../support/until.ts'

let server: Server
let cast: Cast
let witness: TestSocket
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  witness = await connectSocket(server, cast.people.observer.token)
  await witness.snapshot(`meeting/${cast.meetingId}`)
})
afterAll(async () => {
  witness.close()
  await server.dispose()
})

afterEach(() => {
  expect(witness.socket.connected).toBe(true)
  expect(witness.events).toEqual([])
  expect(server.errors()).toBe('')
  expect(server.logs().filter(({ level }) => level >= 50)).toEqual([])
})

/** Emits what the types of a client would not allow. */
function emitRaw(socket: TestSocket, event: string, ...sent: unknown[]): void {
  const emitter = socket.socket as unknown as { emit(name: string, ...more: unknown[]): void }
  emitter.emit(event, ...sent)
}

function ask(socket: TestSocket, event: string, payload: unknown): Promise<{ ok: boolean; problem: unknown }> {
  return within(new Promise((resolve) => emitRaw(socket, event, payload, resolve)), `${event} is acknowledged`)
}

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a text', 'meeting.open'],
  ['a list', [{ type: 'meeting.open' }]],
  ['no type', { text: 'Hola' }],
  ['a type that is no text', { type: 7 }],
  ['an unknown field', { type: 'message.post', text: 'Hola', authorId: 'alice' }],
  ['a prototype', JSON.parse('{"type": "message.post", "text": "Hola", "__proto__": {"admin": true}}')],
  ['bytes', { type: 'message.post', text: Buffer.from('Hola') }],
  ['an id that every object has', { type: 'case.setMarking', caseId: 'constructor', marking: 'TLP:RED' }],
  ['a room that every object has', { type: 'message.post', text: 'Hola', roomId: '__proto__' }],
  ['a text of one character more', { type: 'message.post', text: 'x'.repeat(limits.messageChars + 1) }],
])('a command of %s is refused as malformed', async (_what, payload) => {
  const socket = await connectSocket(server, cast.organizerToken)
  const answer = await ask(socket, 'command', payload)
  expect(answer.ok).toBe(false)
  expect(problem.strict().parse(answer.problem)).toMatchObject({ status: 400, code: 'invalid-request' })
  socket.close()
})

test('a command of chance is refused, and never a failure of the server', async () => {
  const socket = await connectSocket(server, cast.people.observer.token)
  const property = fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), async (payload) => {
    const answer = await ask(socket, 'command', payload)
    expect([400, 403]).toContain(problem.parse(answer.problem).status)
  })
  await fc.assert(property, { seed: 7, numRuns: 100 })
  socket.close()
})

test('what nobody listens to, and what nobody waits for, is passed over', async () => {
  const socket = await connectSocket(server, cast.people.observer.token)
  for (const event of ['snapshot', 'event', 'presence', 'lobby', 'left', 'nonsense', 'constructor']) {
    emitRaw(socket, event, { stream: `meeting/${cast.meetingId}`, type: 'meeting.closed' })
  }
  for (const event of ['command', 'resume']) {
    emitRaw(socket, event)
    emitRaw(socket, event, { type: 'meeting.open' })
    emitRaw(socket, event, { type: 'meeting.open' }, 'no function')
    emitRaw(socket, event, () => undefined)
  }
  expect(await socket.command({ type: 'none' })).toMatchObject({ ok: false, problem: { code: 'unknown-command' } })
  socket.close()
})

test('a message over the limit ends the socket that sent it', async () => {
  const socket = await connectSocket(server, cast.people.participant.token)
  socket.socket.io.reconnection(false)
  emitRaw(socket, 'command', { type: 'message.post', text: 'x'.repeat(limits.socketMessageBytes) })
  await until(() => socket.socket.disconnected, 'the socket is cut off')
})

test.each([
  'not a packet',
  '2garbage',
  '42["command",{"type"',
  '45-["command"]',
  '451-[{"_placeholder":true,"num":9}]',
  '4',
])('the packet %s ends its connection at most', async (packet) => {
  const address = `${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const raw = new NodeWebSocket(address)
  await nextEvent(raw, 'message', 'engine.io opens')
  raw.send('40{"token":"invented"}')
  raw.send(packet)
  raw.send(Buffer.from([4, 1, 2, 3]))
  raw.close()
  await nextEvent(raw, 'close', 'the socket closes')
})

test.each([
  ['a token that is no text', { token: 7 }],
  ['a list', []],
  ['a seat alone', { seat: 'alice' }],
  ['a token of a thousand characters', { token: 'x'.repeat(1_000) }],
])('a handshake of %s is refused like one without anything', async (_what, auth) => {
  const attempt = connectSocket(server, auth as { token: string })
  await expect(attempt).rejects.toMatchObject({ message: 'unauthorized', data: { code: 'unauthorized', status: 401 } })
})
