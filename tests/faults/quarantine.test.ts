/** A document that the disk gives back damaged, under a real server: it stays closed and says so, the others go on. */
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { CaseId } from '../../shared/contracts/ids.ts'
import { exportPreview } from '../../shared/contracts/report.ts'
import { call, command, createMeeting } from '../support/api.ts'
import { readTables } from '../support/database.ts'
import { openDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'
import { until } from '../support/until.ts'

let server: Server
let token: string
const names: string[] = []
let meetingId: string

beforeAll(async () => {
  const first = await startServer()
  const { meeting, organizerToken } = await createMeeting(first)
  token = organizerToken
  meetingId = meeting.id
  for (const title of ['Dañado', 'Sano']) {
    const [created] = await command(first, token, meeting.id, { type: 'case.create', title })
    const name = `case/${created?.type === 'case.created' ? created.caseId : ''}`
    names.push(name)
    const page = openDocument(first, name, { token, confirm: true })
    await page.synced()
    page.doc.getText('t').insert(0, title)
    await page.saved()
    page.destroy()
    const caseId = name.slice('case/'.length) as CaseId
    await command(first, token, meeting.id, { type: 'case.setMarking', caseId, marking: 'TLP:GREEN' })
    await command(first, token, meeting.id, { type: 'case.setClearance', caseId, clearance: 'attributed' })
  }
  await first.stop()
  const database = new Database(join(first.dataDir, 'plenaria.db'))
  database.prepare('UPDATE document_update SET bytes = zeroblob(length(bytes)) WHERE document = ?').run([names[0]])
  database
    .prepare(
      `INSERT INTO deposit (id, document, participant_id, at, bytes, checksum, accepted_at)
       VALUES ('damaged', ?, 'somebody', 1, x'0000', 1, 1)`,
    )
    .run([names[1]])
  database.close()
  server = await startServer({ dataDir: first.dataDir })
})
afterAll(() => server.dispose())

const open = (name: string | undefined) => openDocument(server, name ?? '', { token, confirm: true })

test('[PE5] whoever opens it is told that it is damaged, not that it is empty', async () => {
  const before = readTables(server.dataDir).document_update
  const page = open(names[0])
  await until(() => page.closeCode(), 'the server closes the connection')
  expect(page.closeCode()).toBe(closeCodes.quarantined)
  expect(page.provider.synced).toBe(false)
  page.destroy()
  expect(readTables(server.dataDir).document_update).toEqual(before)
  const { status, body } = await call(server, 'GET', `/api/documents/${names[0]}/authors`, { token })
  expect([status, (body as { code: string }).code]).toEqual([503, 'unavailable'])
})

test('[PE5] the other documents, and the operators, go on', async () => {
  const page = open(names[1])
  await page.synced()
  expect(page.doc.getText('t').toString()).toBe('Sano')
  page.destroy()
  expect((await call(server, 'GET', '/readyz')).status).toBe(200)
  const { body } = await call(server, 'GET', '/metrics')
  expect(String(body)).toMatch(/^plenaria_document_quarantines_total [1-9]/m)
  expect(server.logs().filter(({ msg }) => msg.includes('damaged on disk'))).not.toEqual([])
})

test('[PE5] a damaged deposit keeps no server from starting, and its row stays', () => {
  expect(readTables(server.dataDir).deposit).toMatchObject([{ id: 'damaged' }])
  expect(server.logs().filter(({ msg }) => msg.includes('deposit could not be written'))).not.toEqual([])
})

test('[PE5] the report of the evening is made without it, and says so', async () => {
  const path = `/api/meetings/${meetingId}/exports`
  const preview = exportPreview.parse((await call(server, 'GET', `${path}/preview?language=es`, { token })).body)
  expect(preview.omitted).toContainEqual({ kind: 'case', reason: 'damaged', title: 'Dañado' })
  expect(preview.counts.casesIncluded).toBe(1)
  const { status, body } = await call(server, 'GET', `${path}/md?language=es`, { token })
  expect(status).toBe(200)
  expect(String(body)).toContain('Sano')
  expect(String(body)).not.toContain('Dañado')
})
