/** SIGTERM and SIGINT with everything open: every client is closed with 1012, all is saved, and the exit code is 0. */
import { connect as connectTcp } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import NodeWebSocket from 'ws'
import * as Y from 'yjs'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { command } from '../support/api.ts'
import { gatherCast } from '../support/cast.ts'
import { openDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'
import { nextEvent, until } from '../support/until.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const action of undo.splice(0).toReversed()) await action()
})

async function start(): Promise<Server> {
  const server = await startServer()
  undo.push(server.dispose)
  return server
}

/** The close code of a socket.io connection's own WebSocket. */
function closeCodeOf(socket: Awaited<ReturnType<typeof connectSocket>>): Promise<number> {
  const { ws } = socket.socket.io.engine.transport as unknown as { ws: WebSocket }
  return new Promise((resolve) => ws.addEventListener('close', ({ code }) => resolve(code)))
}

test('all sockets are closed with 1012 and what was written is there after the next start', async () => {
  const server = await start()
  const cast = await gatherCast(server)
  const board = `board/${cast.meeting.boards[0]?.boardId}`
  const document = openDocument(server, board, { token: cast.people.participant.token, confirm: true })
  undo.push(document.destroy)
  await document.synced()
  const sockets = await Promise.all(
    (['organizer', 'participant', 'waiting'] as const).map((caller) =>
      connectSocket(server, cast.people[caller].token),
    ),
  )
  for (const socket of sockets) {
    undo.push(socket.close)
    socket.socket.io.reconnection(false)
  }
  const codes = sockets.map(closeCodeOf)
  const documentCode = new Promise((resolve) => {
    document.provider.once('connection-close', (event: CloseEvent | null) => resolve(event?.code))
  })
  await command(server, cast.organizerToken, cast.meetingId, { type: 'message.post', text: 'Antes del fin' })
  document.doc.getText('notes').insert(0, 'Escrito en el último momento')

  const stoppedAt = performance.now()
  expect(await server.stop()).toBe(0)
  expect(performance.now() - stoppedAt).toBeLessThan(10_000)
  expect(await Promise.all(codes)).toEqual(codes.map(() => closeCodes.restarting))
  expect(await documentCode).toBe(closeCodes.restarting)
  document.provider.disconnect()

  const again = await startServer({ dataDir: server.dataDir })
  undo.push(again.dispose)
  const reopened = openDocument(again, board, { token: cast.people.participant.token, doc: new Y.Doc() })
  undo.push(reopened.destroy)
  await reopened.synced()
  expect(reopened.doc.getText('notes').toString()).toBe('Escrito en el último momento')
  const socket = await connectSocket(again, cast.organizerToken)
  undo.push(socket.close)
  const room = await socket.snapshot(`room/${cast.meeting.plenaryId}`)
  expect(Object.values(room.content)).toEqual([{ text: 'Antes del fin' }])
})

test('clients that come back after the stop find the next server by themselves', async () => {
  const server = await start()
  const cast = await gatherCast(server)
  const socket = await connectSocket(server, cast.people.participant.token)
  undo.push(socket.close)
  await socket.snapshot(`meeting/${cast.meetingId}`)
  await server.stop()
  await until(() => socket.socket.disconnected, 'the socket is closed')
  // A stock client does not try again when it was told to go: it must not have been told so.
  expect(socket.socket.active).toBe(true)
  const again = await startServer({ dataDir: server.dataDir, env: { PORT: String(server.port) } })
  undo.push(again.dispose)
  await until(() => socket.socket.connected, 'the socket is back')
})

test('nobody who holds on can keep it from ending', async () => {
  const server = await start()
  const cast = await gatherCast(server)
  const { port } = server
  // A request whose body never ends, one whose head never ends, and a connection that says nothing.
  const heads = [
    `POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
    'GET /healthz HTTP/1.1\r\nHost:',
    '',
  ]
  for (const head of heads) {
    const tcp = connectTcp(port, '127.0.0.1')
    undo.push(() => tcp.destroy())
    tcp.on('error', () => undefined)
    await nextEvent(tcp, 'connect', 'the connection is open')
    tcp.write(head)
  }
  // A document's socket that never answers the closing handshake.
  const silent = new NodeWebSocket(`ws://127.0.0.1:${port}/sync/board/${cast.meeting.boards[0]?.boardId}`, {
    headers: { authorization: `Bearer ${cast.organizerToken}` },
  })
  undo.push(() => silent.terminate())
  silent.on('error', () => undefined)
  await nextEvent(silent, 'message', 'the document speaks')
  silent.pause()
  expect(await server.stop()).toBe(0)
})

test('SIGINT ends it as well', async () => {
  const server = await start()
  process.kill(server.pid, 'SIGINT')
  await until(() => server.logs().some(({ msg }) => msg === 'stopping'), 'the server says that it stops')
  expect(await server.stop()).toBe(0)
})
