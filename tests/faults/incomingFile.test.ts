/** A body that cannot be received: a full disk and a line that breaks off are said, and nothing of the file stays. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyIncoming, withIncomingFile } from '../../server/platform/incomingFile.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenaria-incoming-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pathOf = (name: string) => join(folder, name)

/** A body of which the first piece comes, and then this happens. */
function failing(code: string): Readable {
  return Readable.from(
    (async function* () {
      yield Buffer.from('the beginning')
      throw Object.assign(new Error(code), { code })
    })(),
  )
}

test.each([
  ['ENOSPC', { code: 'unavailable', detail: expect.stringContaining('full') }],
  ['EDQUOT', { code: 'unavailable', detail: expect.stringContaining('full') }],
  ['ECONNRESET', { code: 'invalid-request', detail: expect.stringContaining('broke off') }],
])('%s is refused in words, and what had come is gone', async (code, problem) => {
  const receiving = withIncomingFile(failing(code), pathOf(code), async () => 'used')
  await expect(receiving).rejects.toMatchObject({ problem })
  expect(readdirSync(folder)).toEqual([])
})

test('a file is there while it is used, for its owner alone, in pieces as often as they are asked for', async () => {
  const content = Buffer.alloc(600_000, 7)
  await withIncomingFile(
    Readable.from([content.subarray(0, 1_000), content.subarray(1_000)]),
    pathOf('whole'),
    async (file) => {
      expect([file.bytes, statSync(file.path).mode & 0o777]).toEqual([content.length, 0o600])
      for (let time = 0; time < 2; time++) {
        const pieces = []
        for await (const piece of file.chunks()) pieces.push(piece)
        expect([pieces.length, Buffer.compare(Buffer.concat(pieces), content)]).toEqual([3, 0])
      }
    },
  )
  expect(existsSync(pathOf('whole'))).toBe(false)
})

test('a use that fails leaves no file', async () => {
  const use = withIncomingFile(Readable.from([Buffer.from('x')]), pathOf('one'), async () => {
    throw new Error('refused')
  })
  await expect(use).rejects.toThrow('refused')
  expect(readdirSync(folder)).toEqual([])
})

test('what a process that was killed left is gone at the next start', async () => {
  const incoming = join(folder, 'incoming')
  await emptyIncoming(incoming)
  writeFileSync(join(incoming, 'left'), 'behind')
  await emptyIncoming(incoming)
  expect(readdirSync(incoming)).toEqual([])
  rmSync(incoming, { recursive: true })
})
