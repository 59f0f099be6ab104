/** Versions of a document over HTTP: rules of server/sync/SPEC.md, on a real server and over real sockets. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type VersionsAnswer, versionsAnswer } from '../../shared/contracts/http.ts'
import type { DocumentName } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { call, command } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { openDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'
import { until } from '../support/until.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  await command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.open' })
})
afterAll(() => server.dispose())

const asOrganizer = (body: Parameters<typeof command>[3]) => command(server, cast.organizerToken, cast.meetingId, body)

async function versionsOf(document: DocumentName): Promise<VersionsAnswer['versions']> {
  const { body } = await call(server, 'GET', `/api/documents/${document}/versions`, { token: cast.organizerToken })
  return versionsAnswer.parse(body).versions
}

async function textOf(document: DocumentName, version: string): Promise<string> {
  const headers = { authorization: `Bearer ${cast.organizerToken}` }
  const answer = await fetch(new URL(`/api/documents/${document}/versions/${version}`, server.url), { headers })
  const doc = new Y.Doc()
  Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()))
  return doc.getText('t').toString()
}

test('[LI1] a document has a number of named versions, and says so', async () => {
  const [created] = await asOrganizer({ type: 'case.create', title: 'Caso con muchas versiones' })
  const document = `case/${created?.type === 'case.created' ? created.caseId : ''}`
  const name = () =>
    call(server, 'POST', `/api/documents/${document}/versions`, {
      token: cast.people.participant.token,
      body: { name: 'Antes del café' },
    })
  for (let count = 0; count < limits.namedVersionsPerDocument; count++) expect((await name()).status).toBe(201)
  expect(await name()).toMatchObject({ status: 422, body: { code: 'not-now' } })
})

test('[VE1] a version is kept when a document is locked, and can be read when the meeting is closed', async () => {
  const [created] = await asOrganizer({ type: 'case.create', title: 'Caso' })
  const document: DocumentName = `case/${created?.type === 'case.created' ? created.caseId : ''}`
  const writer = openDocument(server, document, { token: cast.people.participant.token, confirm: true })
  await writer.synced()
  writer.doc.getText('t').insert(0, 'antes')
  await writer.saved()
  await asOrganizer({ type: 'document.lock', document })
  const kept = await until(async () => (await versionsOf(document))[0], 'a version is kept')
  expect(kept).toMatchObject({ kind: 'phase', name: null, by: null })
  await asOrganizer({ type: 'document.unlock', document })
  await until(() => writer.isWritable(), 'it can be written again')
  writer.doc.getText('t').insert(5, ' y después')
  await writer.saved()
  await asOrganizer({ type: 'meeting.close' })
  expect(await textOf(document, kept.version)).toBe('antes')
  writer.destroy()
})
