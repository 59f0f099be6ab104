/** Stock `WebsocketProvider`s against the built server: what anybody's client may rely on. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { DocumentName } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { admit, call, command, createMeeting } from '../support/api.ts'
import { type DocumentOptions, openDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'
import { nextEvent, staysTrue, until } from '../support/until.ts'

let server: Server

beforeAll(async () => {
  server = await startServer()
})
afterAll(async () => {
  await server.dispose()
})

async function newMeeting() {
  const { meeting, organizerToken } = await createMeeting(server)
  const bob = await admit(server, organizerToken, meeting.id, { role: 'participant', name: 'Bob' })
  return { meetingId: meeting.id, board: `board/${meeting.boards[0]?.boardId}`, alice: organizerToken, bob: bob.token }
}

function open(name: string, options: DocumentOptions) {
  const document = openDocument(server, name, options)
  onTestFinished(() => document.destroy())
  return document
}

test('two stock clients see each other’s words and cursors', async () => {
  const { board, alice, bob } = await newMeeting()
  const a = open(board, { token: alice })
  const b = open(board, { token: bob })
  await Promise.all([a.synced(), b.synced()])
  a.doc.getText('t').insert(0, 'hola')
  a.provider.awareness.setLocalStateField('user', { name: 'whatever', color: '#000' })
  await until(() => b.doc.getText('t').toString() === 'hola', 'the words arrive')
  await until(() => b.provider.awareness.getStates().get(a.doc.clientID)?.user?.color === '#000', 'the cursor arrives')
  a.provider.disconnect()
  await until(() => !b.provider.awareness.getStates().has(a.doc.clientID), 'the cursor goes with its person')
})

test('unknown shared types are relayed and kept', async () => {
  const { board, alice, bob } = await newMeeting()
  const a = open(board, { token: alice })
  await a.synced()
  a.doc.getMap('something new').set('deep', { a: [1, null, 'x'] })
  const b = open(board, { token: bob })
  await b.synced()
  await until(() => b.doc.getMap('something new').get('deep') !== undefined, 'the map arrives')
})

test('what was confirmed is there after kill -9', async () => {
  const { board, alice } = await newMeeting()
  const a = open(board, { token: alice, confirm: true })
  await a.synced()
  expect(a.isWritable()).toBe(true)
  a.doc.getText('t').insert(0, 'confirmed')
  await a.saved()
  a.destroy()
  await server.kill9()
  server = await startServer({ dataDir: server.dataDir })
  const again = open(board, { token: alice })
  await again.synced()
  expect(again.doc.getText('t').toString()).toBe('confirmed')
})

test('closing the meeting makes it read-only in place, opening it brings every word of the meantime', async () => {
  const { meetingId, board, alice, bob } = await newMeeting()
  await command(server, alice, meetingId, { type: 'meeting.open' })
  const a = open(board, { token: alice, confirm: true })
  const b = open(board, { token: bob, confirm: true })
  await Promise.all([a.synced(), b.synced()])
  await command(server, alice, meetingId, { type: 'meeting.close' })
  await until(() => b.isWritable() === false, 'the connection is told that it is read-only')
  b.doc.getText('t').insert(0, 'written while closed')
  await staysTrue(() => a.doc.getText('t').toString() === '', 'nothing passes while the meeting is closed')
  await command(server, alice, meetingId, { type: 'meeting.open' })
  await until(() => a.doc.getText('t').toString() === 'written while closed', 'the words come after all')
  await b.saved()
  expect([a.closeCode(), b.closeCode()]).toEqual([undefined, undefined])
})

test('[AC1] a lock stops one document for everybody, stock clients too, and no word of the meantime is lost', async () => {
  const { meetingId, board, alice, bob } = await newMeeting()
  const [created] = await command(server, alice, meetingId, { type: 'case.create', title: 'Caso' })
  const other = `case/${created?.type === 'case.created' ? created.caseId : ''}`
  const a = open(board, { token: alice, confirm: true })
  const b = open(board, { token: bob })
  const elsewhere = open(other, { token: bob, confirm: true })
  await Promise.all([a.synced(), b.synced(), elsewhere.synced()])
  await command(server, alice, meetingId, { type: 'document.lock', document: board as DocumentName })
  await until(() => a.isWritable() === false, 'whoever locked it is read-only, too', 1_000)
  b.doc.getText('t').insert(0, 'written while locked')
  elsewhere.doc.getText('t').insert(0, 'not locked')
  await elsewhere.saved()
  expect(elsewhere.isWritable()).toBe(true)
  await staysTrue(() => a.doc.getText('t').toString() === '', 'nothing passes while it is locked')
  await command(server, alice, meetingId, { type: 'document.unlock', document: board as DocumentName })
  await until(() => a.doc.getText('t').toString() === 'written while locked', 'the words come after all', 1_000)
  expect([a.closeCode(), b.closeCode()]).toEqual([undefined, undefined])
})

test('an observer reads and cannot write', async () => {
  const { meetingId, board, alice } = await newMeeting()
  const observer = await admit(server, alice, meetingId, { role: 'observer', name: 'Olga' })
  const a = open(board, { token: alice })
  const o = open(board, { token: observer.token, confirm: true })
  await Promise.all([a.synced(), o.synced()])
  expect(o.isWritable()).toBe(false)
  o.doc.getText('t').insert(0, 'no')
  a.doc.getText('u').insert(0, 'yes')
  await until(() => o.doc.getText('u').toString() === 'yes', 'the observer receives')
  expect(a.doc.getText('t').toString()).toBe('')
})

test('[HS1] each refusal has its close code, and a stock client stops', async () => {
  const { meetingId, board, alice, bob } = await newMeeting()
  const other = await newMeeting()
  expect(await open(board, {}).refused()).toBe(closeCodes.signedOut)
  expect(await open(board, { token: 'wrong' }).refused()).toBe(closeCodes.signedOut)
  expect(await open('board/none', { token: alice }).refused()).toBe(closeCodes.unknownDocument)
  expect(await open('nonsense', { token: alice }).refused()).toBe(closeCodes.unknownDocument)
  expect(await open(board, { token: other.alice }).refused()).toBe(closeCodes.forbidden)
  const b = open(board, { token: bob })
  await b.synced()
  const participantId = (await call(server, 'GET', `/api/meetings/${meetingId}`, { token: bob })).body as {
    me: { participantId: string }
  }
  await call(server, 'POST', `/api/meetings/${meetingId}/commands`, {
    token: alice,
    body: { type: 'participant.remove', participantId: participantId.me.participantId },
  })
  expect(await b.refused()).toBe(closeCodes.forbidden)
})

test('a ticket opens one document once', async () => {
  const { board, alice } = await newMeeting()
  const answer = await call(server, 'POST', '/api/sync-tickets', { token: alice, body: { document: board } })
  const { ticket } = answer.body as { ticket: string }
  const first = open(board, { ticket })
  await first.synced()
  expect(await open(board, { ticket }).refused()).toBe(closeCodes.signedOut)
})

async function rawSocket(board: string, token: string): Promise<WebSocket> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${board}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  onTestFinished(() => socket.terminate())
  await nextEvent(socket, 'message', 'the server asks for what the socket has')
  return socket
}

test('a frame over the limit closes with 4413, text and nonsense with 4422, and the room goes on', async () => {
  const { board, alice, bob } = await newMeeting()
  const b = open(board, { token: bob })
  await b.synced()
  for (const [bytes, code] of [
    [new Uint8Array(limits.documentBytes + 1), closeCodes.frameTooLarge],
    [new Uint8Array([250, 1, 2]), closeCodes.malformed],
    ['text', closeCodes.malformed],
  ] as const) {
    const socket = await rawSocket(board, alice)
    const closed = nextEvent<number>(socket, 'close', `the socket is closed with ${code}`)
    socket.send(bytes)
    expect(await closed).toBe(code)
  }
  expect(b.provider.wsconnected).toBe(true)
})

test('an ordinary stop closes documents with 1012 and exits 0; a stock client comes back by itself', async () => {
  const { board, alice } = await newMeeting()
  const port = new URL(server.url).port
  const a = open(board, { token: alice })
  await a.synced()
  const stopped = server.stop()
  await until(() => a.closeCode() === closeCodes.restarting, 'the client is told that the server restarts')
  expect(await stopped).toBe(0)
  a.doc.getText('t').insert(0, 'written meanwhile')
  server = await startServer({ dataDir: server.dataDir, env: { PORT: port } })
  await until(() => a.provider.synced, 'the client is back')
  const b = open(board, { token: alice })
  await b.synced()
  await until(() => b.doc.getText('t').toString() === 'written meanwhile', 'the words of the meantime arrive')
})
