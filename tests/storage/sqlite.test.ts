/** The storage contract on SQLite, and what only the embedded database has: its file and its lock. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { openStorage } from '../../server/storage/openStorage.ts'
import { CorruptDocument } from '../../server/sync/ports.ts'
import { storageContract } from './storageContract.ts'

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'plenaria-data-'))
}

storageContract(() => openStorage(newFolder()))

test('what was written is there when it is opened again; meanwhile nobody else opens it', async () => {
  const folder = newFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const first = await openStorage(folder)
  await first.access.addSession('browser', 1)
  await expect(openStorage(folder)).rejects.toThrow(/locked/)
  await first.close()
  const second = await openStorage(folder)
  expect(await second.access.hasSession('browser')).toBe(true)
  await second.close()
})

const damages = [
  { what: 'an update', sql: "UPDATE document_update SET bytes = CAST('changed' AS BLOB)" },
  { what: 'a snapshot', sql: "UPDATE document_snapshot SET bytes = CAST('changed' AS BLOB)" },
  { what: 'the authors', sql: "UPDATE document_snapshot SET authors = CAST('changed' AS BLOB)" },
]

test.each(damages)('[PE5] $what that is not what was written is found by its checksum', async ({ sql }) => {
  const folder = newFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const bytes = new TextEncoder().encode('written')
  const row = { document: 'case/c1', participantId: null, clientId: null, at: 1 } as const
  const before = await openStorage(folder)
  await before.documents.append([{ ...row, bytes }])
  const snapshot = { bytes, authors: bytes }
  await before.documents.compact({ document: 'case/c1', snapshot, segment: bytes, madeOf: [], at: 1 })
  await before.documents.append([{ ...row, document: 'case/c2', bytes }])
  await before.close()
  const database = new Database(join(folder, 'plenaria.db'))
  database.exec(`${sql} WHERE document = 'case/c1'`)
  database.close()
  const after = await openStorage(folder)
  onTestFinished(() => after.close())
  await expect(after.documents.load('case/c1')).rejects.toThrow(CorruptDocument)
  expect((await after.documents.load('case/c2')).updates).toHaveLength(1)
})
