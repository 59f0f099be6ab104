/** The storage contract on SQLite, and what only the embedded database has: its file and its lock. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'
import { openStorage } from '../../server/storage/openStorage.ts'
import { CorruptDocument } from '../../server/sync/ports.ts'
import type { DepositId } from '../../shared/contracts/ids.ts'
import { alice, compaction, meetingId, message, update } from './samples.ts'
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

const everyPiece = ['document_update', 'document_snapshot', 'document_segment', 'document_version', 'deposit']

test.each(everyPiece)('[PE5] a damaged row of %s does not leave in an archive, as if it were whole', async (table) => {
  const folder = newFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const storage = await openStorage(folder)
  const document = 'case/c1'
  const bytes = new TextEncoder().encode('written')
  const deposit = { depositId: 'd1' as DepositId, document, participantId: alice, update: bytes } as const
  await storage.proceedings.append(message(1, { meeting: { code: 'K7M4PX' }, documents: [document], deposit }))
  await storage.documents.append([update('written')])
  await storage.documents.compact(compaction('written', [], 1))
  const kept = { kind: 'named', name: null, participantId: alice, at: 1, packed: bytes } as const
  await storage.documents.addVersion({ ...kept, versionId: 'v1', document })
  expect(await storage.archives.collect(meetingId)).not.toBeNull()
  await storage.close()
  const database = new Database(join(folder, 'plenaria.db'))
  database.exec(`UPDATE ${table} SET bytes = CAST('changed' AS BLOB)`)
  database.close()
  const after = await openStorage(folder)
  onTestFinished(() => after.close())
  await expect(after.archives.collect(meetingId)).rejects.toThrow(CorruptDocument)
})
