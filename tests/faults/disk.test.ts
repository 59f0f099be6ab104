/**
 * A disk that refuses, under a real server: full (a limit on the size of its files, which the kernel enforces with the
 * same errors on the way) and locked by somebody else. Words go on from person to person, nobody is told that they are
 * saved, the server says that it is not ready; and when the disk is back, all of them are on it.
 */
import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, expect, test } from 'vitest'
import { call, command, createMeeting } from '../support/api.ts'
import { openDocument, type TestDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'
import { until } from '../support/until.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function aMeeting() {
  const server = await startServer()
  cleanups.push(() => server.dispose())
  const { meeting, organizerToken } = await createMeeting(server)
  const [created] = await command(server, organizerToken, meeting.id, { type: 'case.create', title: 'Caso' })
  return { server, token: organizerToken, document: `case/${created?.type === 'case.created' ? created.caseId : ''}` }
}

async function open(server: Server, document: string, token: string): Promise<TestDocument> {
  const page = openDocument(server, document, { token, confirm: true })
  cleanups.push(() => page.destroy())
  await page.synced()
  return page
}

const textOf = (page: TestDocument) => page.doc.getText('t').toString()
const readiness = async (server: Server) => (await call(server, 'GET', '/readyz')).status

/** What is true while the disk refuses, whatever the reason, and when it is back. */
async function endures(
  { server, token, document }: Awaited<ReturnType<typeof aMeeting>>,
  disk: { refuse(): void; allow(): void },
): Promise<void> {
  const [writer, reader] = [await open(server, document, token), await open(server, document, token)]
  writer.doc.getText('t').insert(0, 'antes ')
  await writer.saved()
  disk.refuse()
  writer.doc.getText('t').insert(6, 'durante ')
  await until(() => writer.isInTrouble() && reader.isInTrouble(), 'both are told: not saved yet')
  expect(await readiness(server)).toBe(503)
  const saved = writer.saved().then(() => 'saved')
  reader.doc.getText('t').insert(0, 'y yo ')
  await until(() => textOf(writer) === 'y yo antes durante ', 'words go on from person to person')
  await until(() => textOf(reader) === 'y yo antes durante ', 'words go on from person to person')
  expect(await Promise.race([saved, Promise.resolve('not yet')])).toBe('not yet')
  disk.allow()
  await saved
  await reader.saved()
  await until(() => !writer.isInTrouble(), 'they are told: saved again')
  expect(await readiness(server)).toBe(200)
  await server.kill9()
  const again = await startServer({ dataDir: server.dataDir })
  cleanups.push(() => again.dispose())
  const after = await open(again, document, token)
  expect(textOf(after)).toBe('y yo antes durante ')
}

test('[PE3] a full disk: nothing is called saved, nothing is lost, and it goes on when there is room', async () => {
  const meeting = await aMeeting()
  const { pid, dataDir } = meeting.server
  const limitTo = (bytes: string) => execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
  await endures(meeting, {
    refuse: () => limitTo(String(statSync(join(dataDir, 'plenaria.db-wal')).size)),
    allow: () => limitTo('unlimited'),
  })
}, 60_000)

test('[PE3] a database that somebody else has locked: the same', async () => {
  const meeting = await aMeeting()
  const other = new Database(join(meeting.server.dataDir, 'plenaria.db'))
  cleanups.push(() => void other.close())
  await endures(meeting, {
    refuse: () => other.exec('BEGIN IMMEDIATE'),
    allow: () => other.exec('ROLLBACK'),
  })
}, 60_000)
