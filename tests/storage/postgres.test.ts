/** The storage contract on PostgreSQL, and what happens when it goes away. */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStorage } from '../../server/storage/openStorage.ts'
import { createMeeting, getMeeting } from '../support/api.ts'
import { openDocument } from '../support/document.ts'
import { postgresForTests } from '../support/postgres.ts'
import { startServer } from '../support/server.ts'
import { until } from '../support/until.ts'
import { storageContract } from './storageContract.ts'

const postgres = postgresForTests()
const folder = mkdtempSync(join(tmpdir(), 'plenaria-data-'))

storageContract(async () => openStorage(folder, await postgres.newDatabase()))

test('one server has a database, and another takes over when it has gone', async () => {
  const address = await postgres.newDatabase()
  const first = await openStorage(folder, address)
  await expect(openStorage(folder, address)).rejects.toThrow(/locked/)
  await first.close()
  const second = await openStorage(folder, address)
  await second.close()
})

test('a database that goes away refuses and does not crash; when it is back, it answers', async () => {
  const storage = await openStorage(folder, await postgres.newDatabase())
  await postgres.stop()
  await expect(storage.access.addSession('browser', 1)).rejects.toMatchObject({ name: 'DatabaseError' })
  await postgres.start()
  await until(
    () =>
      storage.ping().then(
        () => true,
        () => false,
      ),
    'the database answers again',
  )
  await storage.access.addSession('browser', 1)
  expect(await storage.access.hasSession('browser')).toBe(true)
  await storage.close()
})

test('a whole server keeps a meeting in PostgreSQL through kill -9', async () => {
  const DATABASE_URL = await postgres.newDatabase()
  let server = await startServer({ env: { DATABASE_URL } })
  onTestFinished(() => server.dispose())
  const { meeting, organizerToken } = await createMeeting(server)
  const board = openDocument(server, `board/${meeting.boards[0]?.boardId}`, { token: organizerToken, confirm: true })
  onTestFinished(() => board.destroy())
  await board.synced()
  board.doc.getText('t').insert(0, 'confirmed')
  await board.saved()
  board.destroy()
  await server.kill9()
  server = await startServer({ dataDir: server.dataDir, env: { DATABASE_URL } })
  const again = openDocument(server, `board/${meeting.boards[0]?.boardId}`, { token: organizerToken })
  onTestFinished(() => again.destroy())
  await again.synced()
  expect(again.doc.getText('t').toString()).toBe('confirmed')
  const joinUrl = expect.any(String)
  expect(await getMeeting(server, organizerToken, meeting.id)).toEqual({ ...meeting, joinUrl })
})
