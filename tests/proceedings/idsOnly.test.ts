/**
 * Events hold ids only: nothing that a person typed is in the `event` table, so that a text can be scrubbed and a person
 * erased without touching a stream. Markers are typed into every field there is and hunted in the raw rows.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, command, createMeeting, invite, join } from '../support/api.ts'
import { attach } from '../support/attachments.ts'
import { readTables } from '../support/database.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.dispose())

/** One for each field; all of them share a stem that occurs nowhere else. */
const stem = 'Zyzzyva'
const marker = (field: string) => `${stem} ${field}`

test('what people typed is beside the events and never in them', async () => {
  const { meeting, organizerToken } = await createMeeting(server, {
    title: marker('title'),
    place: marker('place'),
    organizerName: marker('organizer'),
  })
  const { id, code } = meeting
  const { token } = await invite(server, organizerToken, id, {
    role: 'facilitator',
    name: marker('invited'),
    agency: marker('agency'),
  })
  await join(server, { token, name: marker('given'), agency: marker('given agency') })
  const waiting = await join(server, { code: code ?? '', name: marker('waiting'), agency: marker('waiting agency') })
  const send = (body: Parameters<typeof command>[3]) => command(server, organizerToken, id, body)
  await send({ type: 'meeting.open' })
  await send({ type: 'participant.admit', participantId: waiting.participant.id })
  await send({ type: 'message.post', text: marker('message') })
  const [created] = await send({ type: 'case.create', title: marker('case') })
  await send({ type: 'board.create', title: marker('board') })
  const caseId = created?.type === 'case.created' ? created.caseId : undefined
  const file = { name: `${marker('file')}.txt`, content: new TextEncoder().encode(marker('bytes')) }
  if (caseId) await attach(server, { token: organizerToken, meetingId: id, caseId, ...file })
  await send({ type: 'agenda.set', items: [{ kind: 'case', title: marker('agenda'), ...(caseId && { caseId }) }] })
  await call(server, 'POST', `/api/meetings/${id}/commands`, {
    token: organizerToken,
    body: { type: 'case.create', title: marker('refused'), roomId: 'nowhere' },
  })

  const { event, content, participant, attachment_chunk: files = [], ...others } = readTables(server.dataDir)
  expect(JSON.stringify(event)).not.toContain(stem)
  expect(files.map(({ bytes }) => Buffer.from(bytes as Uint8Array).toString())).toEqual([marker('bytes')])
  const typed = ['title', 'place', 'message', 'case', 'board', 'agenda', 'file.txt']
  expect((content ?? []).map(({ text }) => text).filter((text) => String(text).startsWith(stem))).toEqual(
    expect.arrayContaining(typed.map(marker)),
  )
  for (const field of ['organizer', 'given', 'given agency', 'waiting', 'waiting agency']) {
    expect(JSON.stringify(participant)).toContain(marker(field))
  }
  // What was invited but is not used waits in the invitation; what was refused is nowhere.
  const { invitation, ...rest } = others
  expect(JSON.stringify(invitation)).toContain(marker('invited'))
  expect(JSON.stringify(rest)).not.toContain(stem)
  expect(JSON.stringify({ content, participant, invitation })).not.toContain(marker('refused'))
})

test('no secret is in the database as it is', async () => {
  const { meeting, organizerToken } = await createMeeting(server)
  const { token: link } = await invite(server, organizerToken, meeting.id, { role: 'observer', name: 'Otto' })
  const answer = await call(server, 'POST', '/api/join', { body: { token: link } })
  const { token } = answer.body as { token: string }
  const session = /plenaria_session=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
  const stored = JSON.stringify(readTables(server.dataDir))
  for (const secret of [organizerToken, link, token, session, server.organizerKey]) {
    expect(secret.length).toBeGreaterThan(16)
    expect(stored).not.toContain(secret)
  }
})
