/** Each route × caller over real HTTP, against a table written by hand; a route without a row fails. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { problem } from '../../shared/contracts/problems.ts'
import { type Answer, call, command } from '../support/api.ts'
import { attach, sendFile } from '../support/attachments.ts'
import { type Caller, type Cast, callers, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { cellOf, type Row, readTable } from '../support/table.ts'

const table = readTable(join(import.meta.dirname, 'wireRoutes.csv'))

let server: Server
let cast: Cast
let caseId: string
let boardId: string
let attachmentId: string
let lockedId: string
let versionId: string
let depositId: string
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  await command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.open' })
  const create = { type: 'case.create' as const, title: 'Caso' }
  const [created] = await command(server, cast.people.participant.token, cast.meetingId, create)
  caseId = created?.type === 'case.created' ? created.caseId : ''
  boardId = cast.meeting.boards[0]?.boardId ?? ''
  const { token } = cast.people.participant
  attachmentId = (await attach(server, { token, meetingId: cast.meetingId, caseId })).attachmentId
  const [locked] = await command(server, token, cast.meetingId, { ...create, title: 'Otro caso' })
  lockedId = locked?.type === 'case.created' ? locked.caseId : ''
  const document = `case/${lockedId}` as const
  await command(server, cast.organizerToken, cast.meetingId, { type: 'document.lock', document })
  const named = await call(server, 'POST', `/api/documents/case/${caseId}/versions`, { token, body: { name: 'Antes' } })
  versionId = (named.body as { version: string }).version
  const headers = { 'content-type': octets }
  const kept = await call(server, 'POST', `/api/documents/${document}/deposits`, { token, body: words(), headers })
  depositId = (kept.body as { deposit: string }).deposit
})
afterAll(() => server.dispose())

const octets = 'application/octet-stream'

/** An update that somebody wrote on their laptop. */
function words(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'lo que escribí')
  return Y.encodeStateAsUpdate(doc)
}

const oneInvitation = { role: 'participant', name: 'Eva' }

/** The body of a POST: what a caller with the right would be thanked for. A text is a list of people, as CSV. */
const bodies: Record<string, () => unknown> = {
  'POST /api/meetings -': () => ({
    title: 'Reunión',
    template: 'blank',
    languages: ['es'],
    timezone: 'America/Panama',
    startsOn: '2026-03-10',
    endsOn: '2026-03-10',
  }),
  'POST /api/meetings/import archive': () => ({}),
  'POST /api/join by code': () => ({ code: cast.code, name: 'Eva' }),
  'POST /api/meetings/{meetingId}/invitations one': () => oneInvitation,
  'POST /api/meetings/{meetingId}/invitations many': () => [oneInvitation, oneInvitation],
  'POST /api/meetings/{meetingId}/invitations organizer': () => ({ role: 'organizer', name: 'Eva' }),
  'POST /api/meetings/{meetingId}/roster/preview list': () => 'name\nEva',
  'POST /api/meetings/{meetingId}/roster list': () => 'name\nEva',
  'POST /api/meetings/{meetingId}/commands message': () => ({ type: 'message.post', text: 'Buenos días.' }),
  'POST /api/meetings/{meetingId}/commands unknown': () => ({ type: 'room.create' }),
  'POST /api/documents/{document}/deposits open': words,
  'POST /api/documents/{document}/deposits locked': words,
  'POST /api/documents/{document}/versions open': () => ({ name: 'Antes del café' }),
  'POST /api/documents/{document}/versions locked': () => ({ name: 'Antes del café' }),
  'POST /api/sync-tickets case': () => ({ document: `case/${caseId}` }),
  'POST /api/sync-tickets board': () => ({ document: `board/${boardId}` }),
  'POST /api/sync-tickets unknown': () => ({ document: 'case/nowhere' }),
}

/** What an upload calls its file, whose bytes are a PDF. */
const fileNames: Record<string, string> = { file: 'Sentencia.pdf', page: 'Sentencia.html' }

/** What a GET asks for, in the place of `{kind}/{streamId}` or `{format}`. */
function placeOf(about: string, caller: Caller): string {
  const { people, meeting, meetingId, elsewhere } = cast
  const places: Record<string, string> = {
    meeting: `meeting/${meetingId}`,
    room: `room/${meeting.plenaryId}`,
    moderators: `moderators/${meetingId}`,
    'own person': `person/${people[caller].participantId}`,
    "another's": `person/${people[caller === 'participant' ? 'observer' : 'participant'].participantId}`,
    elsewhere: `room/${elsewhere.meeting.plenaryId}`,
    'no kind': `vote/${meetingId}`,
  }
  return places[about] ?? about
}

async function ask(row: Row, caller: Caller): Promise<Answer> {
  const [method = '', template = ''] = cellOf(row, 'route').split(' ')
  const about = cellOf(row, 'about')
  const path = template
    .replace('{meetingId}', cast.meetingId)
    .replace('{caseId}', caseId)
    .replace('{attachmentId}', about === 'file' ? attachmentId : about)
    .replace('{document}', `case/${about === 'locked' ? lockedId : caseId}`)
    .replace('{versionId}', versionId)
    .replace('{depositId}', depositId)
    .replace(/\{kind\}\/\{streamId\}|\{format\}/, placeOf(about, caller))
  const { token } = cast.people[caller]
  if (method === 'GET') return call(server, method, path, { token })
  const fileName = template.endsWith('/attachments') ? fileNames[about] : undefined
  if (fileName !== undefined) {
    return sendFile(server, { token, meetingId: cast.meetingId, caseId, name: fileName })
  }
  const body = bodies[`${method} ${template} ${about}`]
  if (body === undefined) throw new Error(`nothing says what to send to ${method} ${template} (${about})`)
  const sent = body()
  const headers: Record<string, string> =
    typeof sent === 'string'
      ? { 'content-type': 'text/csv' }
      : sent instanceof Uint8Array
        ? { 'content-type': octets }
        : {}
  return call(server, method, path, { token, body: sent, headers })
}

test('every route that the server publishes has a row, and every row a route', async () => {
  const { body } = await call(server, 'GET', '/api/openapi.json')
  const { paths } = body as { paths: Record<string, Record<string, unknown>> }
  const published = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const rows = new Set(table.map(({ route = '' }) => route))
  expect([...rows].toSorted()).toEqual(published.toSorted())
})

test.each(table)('$route ($about)', async (row) => {
  const answers: Record<string, string> = {}
  for (const caller of callers) {
    const { status, headers, body } = await ask(row, caller)
    answers[caller] = String(status)
    if (status < 400) continue
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(problem.parse(body).status).toBe(status)
  }
  expect(answers).toEqual(Object.fromEntries(callers.map((caller) => [caller, cellOf(row, caller)])))
})

test('a token that was taken away, an invented one and none at all are answered alike', async () => {
  const { meetingId, people } = cast
  const answers = []
  for (const token of [people.removed.token, people.stranger.token, undefined, '']) {
    const { status, body } = await call(
      server,
      'GET',
      `/api/meetings/${meetingId}`,
      token === undefined ? {} : { token },
    )
    answers.push({ status, body })
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
})

test('a wrong organizer key and none at all are answered alike', async () => {
  const body = bodies['POST /api/meetings -']?.()
  const wrong = await call(server, 'POST', '/api/meetings', { token: 'a-guess-at-the-key', body })
  const missing = await call(server, 'POST', '/api/meetings', { body })
  expect([wrong.status, wrong.body]).toEqual([missing.status, missing.body])
})

test('a meeting that exists and one that does not look the same to whoever has no place in it', async () => {
  const { token } = cast.people.foreign
  const existing = await call(server, 'GET', `/api/meetings/${cast.meetingId}`, { token })
  const invented = await call(server, 'GET', '/api/meetings/nowhere', { token })
  expect([existing.status, existing.body]).toEqual([invented.status, invented.body])
})

test('only moderators see the code and the address that carries it', async () => {
  const { meetingId, people, code } = cast
  for (const caller of ['organizer', 'facilitator'] as const) {
    const { body } = await call(server, 'GET', `/api/meetings/${meetingId}`, { token: people[caller].token })
    expect(body).toMatchObject({ code, joinUrl: `${server.url}/j?code=${code}` })
  }
  for (const caller of ['rapporteur', 'participant', 'observer'] as const) {
    const { body } = await call(server, 'GET', `/api/meetings/${meetingId}`, { token: people[caller].token })
    expect(JSON.stringify(body)).not.toContain(code)
  }
})
