/** Archives that an earlier version made are read; what they could not hold is simply not there. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openInstance } from './ground.ts'

test('an archive of version 1, from before there were attachments, imports', async () => {
  const [from, to] = await Promise.all([openInstance(), openInstance()])
  try {
    const { meetingId } = await from.found(from.node(), 'case-digest')
    const { 'attachments.jsonl': none, ...files } = unzipSync(await from.archives.export(meetingId))
    expect(none).toEqual(new Uint8Array())
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
    const earlier = {
      ...manifest,
      version: 1,
      files: manifest.files.filter((file: { name: string }) => file.name !== 'attachments.jsonl'),
    }
    await to.archives.import(zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify(earlier)) }))
    const [left, arrived] = await Promise.all([from, to].map((one) => one.storage.archives.collect(meetingId)))
    expect(arrived?.events).toEqual(left?.events)
    expect(arrived?.attachments).toEqual([])
  } finally {
    await Promise.all([from.close(), to.close()])
  }
})
