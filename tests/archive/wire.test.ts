/** A meeting taken out of one server and brought into another over HTTP, as its organizer and the owner would do it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importAnswer } from '../../shared/contracts/http.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { call, command, createMeeting, getMeeting, invite, join } from '../support/api.ts'
import { openDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'

let from: Server
let to: Server
beforeAll(async () => {
  from = await startServer()
  to = await startServer()
})
afterAll(async () => {
  await from.dispose()
  await to.dispose()
})

async function send(server: Server, body: Uint8Array, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/api/meetings/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/zip', authorization: `Bearer ${server.organizerKey}`, ...headers },
    body: Buffer.from(body),
  })
  return { status: response.status, body: await response.json() }
}

async function archiveOf(server: Server, token: string, meetingId: string): Promise<Uint8Array> {
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${server.url}/api/meetings/${meetingId}/exports/archive`, { headers })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip'])
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="?plenaria-2026-03-10-.+\.zip"?$/)
  return new Uint8Array(await response.arrayBuffer())
}

test('the organizer finds the same meeting on the other server, its documents included', async () => {
  const { meeting, organizerToken } = await createMeeting(from)
  await command(from, organizerToken, meeting.id, { type: 'meeting.open' })
  await command(from, organizerToken, meeting.id, { type: 'case.create', title: 'Operación Colibrí' })
  const link = await invite(from, organizerToken, meeting.id, { role: 'facilitator', name: 'Alice' })
  const board = `board/${meeting.boards[0]?.boardId}`
  const here = openDocument(from, board, { token: organizerToken, confirm: true })
  await here.synced()
  here.doc.getText('t').insert(0, 'confirmed')
  await here.saved()
  here.destroy()

  const archive = await archiveOf(from, organizerToken, meeting.id)
  const answer = await send(to, archive)
  expect(answer.status).toBe(201)
  const imported = importAnswer.parse(answer.body)
  const { joinUrl: _there, ...arrived } = imported.meeting
  const { joinUrl: _here, ...left } = await getMeeting(from, organizerToken, meeting.id)
  expect(arrived).toEqual(left)

  const organizer = await join(to, { token: imported.organizerToken })
  expect([organizer.participant.id, organizer.participant.role]).toEqual([meeting.me.participantId, 'organizer'])
  const there = openDocument(to, board, { token: imported.organizerToken })
  await there.synced()
  expect(there.doc.getText('t').toString()).toBe('confirmed')
  there.destroy()

  for (const token of [organizerToken, link.token]) {
    const { status } = await call(to, 'POST', '/api/join', { body: { token } })
    expect(status).toBe(401)
  }
  const secrets = [organizerToken, link.token]
  const bytes = Buffer.from(archive).toString('latin1')
  for (const secret of secrets) expect(bytes).not.toContain(secret)
  expect((await send(to, archive)).status).toBe(409)
})

test('what is no archive, too large a body, another kind of body and a wrong key are refused', async () => {
  const noArchive = await send(to, Buffer.from('no zip'))
  expect([noArchive.status, noArchive.body.code]).toEqual([400, 'invalid-request'])
  expect((await send(to, new Uint8Array(limits.archiveBytes + 1))).status).toBe(413)
  expect((await send(to, new Uint8Array(10), { 'content-type': 'application/json' })).status).toBe(415)
  expect((await send(to, new Uint8Array(10), { authorization: 'Bearer a-guess-at-the-key' })).status).toBe(401)
})
