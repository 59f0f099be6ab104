/** The storage contract on SQLite, and what only the embedded database has: its file and its lock. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openStorage } from '../../server/storage/openStorage.ts'
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
