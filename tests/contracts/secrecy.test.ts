/**
 * The log holds ids, codes and counts, at every level: never a key, a token, a name or what somebody wrote. Markers are put
 * wherever a person or a script can put something, and then hunted in all that the server wrote.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, createMeeting, invite, join } from '../support/api.ts'
import { openDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'
import { until } from '../support/until.ts'

const marker = 'Zyzzyva'

let server: Server
beforeAll(async () => {
  server = await startServer({
    env: { LOG_LEVEL: 'trace', ORGANIZER_KEY: `${marker}-organizer-key`, METRICS_TOKEN: `${marker}-metrics-token` },
  })
})
afterAll(() => server.dispose())

test('a whole meeting, with all that can go wrong in it, leaves none of its words in the log', async () => {
  const secrets: string[] = []
  const words = (what: string) => `${marker} ${what}`
  const { meeting, organizerToken } = await createMeeting(server, {
    title: words('title'),
    place: words('place'),
    organizerName: words('organizer'),
  })
  const { token: link } = await invite(server, organizerToken, meeting.id, {
    role: 'participant',
    name: words('invited'),
    agency: words('agency'),
  })
  const joined = await call(server, 'POST', '/api/join', { body: { token: link, name: words('name') } })
  const { token } = joined.body as { token: string }
  const cookie = joined.headers.getSetCookie()[0] ?? ''
  const waiting = await join(server, { code: meeting.code ?? '', name: words('waiting') })
  secrets.push(organizerToken, link, token, waiting.token, /=([\w-]+);/.exec(cookie)?.[1] ?? '', meeting.code ?? '')

  // What is accepted, over both edges, and in a document.
  const socket = await connectSocket(server, token)
  await socket.command({ type: 'message.post', text: words('message') })
  await socket.command({ type: 'case.create', title: words('case') })
  const board = `board/${meeting.boards[0]?.boardId}`
  const ticket = await call(server, 'POST', '/api/sync-tickets', { token, body: { document: board } })
  secrets.push((ticket.body as { ticket: string }).ticket)
  const document = openDocument(server, board, { token, confirm: true })
  await document.synced()
  document.doc.getText(words('type')).insert(0, words('document'))
  document.provider.awareness.setLocalStateField('user', { name: words('awareness') })
  await document.saved()

  // What is refused.
  await socket.command({ type: words('command'), text: words('refused') })
  await socket.command({ type: 'message.post', text: words('refused'), roomId: 'nowhere' })
  const path = `/api/meetings/${meeting.id}`
  for (const body of [`{"text": "${words('broken')}"`, JSON.stringify({ [words('field')]: words('value') })]) {
    await call(server, 'POST', `${path}/commands`, { token, body })
    await call(server, 'POST', '/api/join', { body })
  }
  await call(server, 'POST', '/api/join', { body: { code: `${marker}1`, name: words('guess') } })
  await call(server, 'POST', '/api/join', { body: { token: `${marker}-token`, name: words('guess') } })
  await call(server, 'GET', path, { token: `${marker}-bearer` })
  await call(server, 'GET', path, { headers: { cookie: `plenaria_session=${marker}` } })
  await call(server, 'GET', `/api/${marker}/%E0%A4%A?seat=${marker}&token=${marker}`)
  await call(server, 'POST', '/api/meetings', { token: `${marker}-key`, body: {} })
  await call(server, 'GET', '/metrics', { token: `${marker}-metrics` })
  await expect(connectSocket(server, `${marker}-socket`)).rejects.toThrow('unauthorized')
  const refused = openDocument(server, board, { ticket: `${marker}-ticket` })
  await refused.refused()
  refused.destroy()
  await call(server, 'GET', `${path}/exports/docx`, { token: organizerToken })

  document.destroy()
  socket.close()
  const exitCode = await server.stop()
  await until(() => server.logs().some(({ msg }) => msg === 'stopping'), 'the log is whole')
  expect(exitCode).toBe(0)

  const written = JSON.stringify(server.logs()) + server.errors()
  expect(written).not.toMatch(new RegExp(marker, 'i'))
  for (const secret of secrets) {
    expect(secret).not.toBe('')
    expect(written).not.toContain(secret)
  }
  for (const line of server.logs()) expect(line).toMatchObject({ level: expect.any(Number), time: expect.any(String) })
})
