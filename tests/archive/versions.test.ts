/** Archives that an earlier version made are read; what they could not hold is simply not there. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { fileOf, laterParts } from '../../server/archive/archivedMeeting.ts'
import { openInstance } from './ground.ts'

test('an archive of version 1, from before there were attachments and history, imports', async () => {
  const [from, to] = await Promise.all([openInstance(), openInstance()])
  try {
    const { meetingId } = await from.found(from.node(), 'case-digest')
    const exported = Object.entries(unzipSync(await from.archives.export(meetingId)))
    const later = exported.filter(([name]) => laterParts.map(fileOf).includes(name))
    expect(later.map(([, bytes]) => bytes.length)).toEqual([0, 0, 0, 0])
    const files = Object.fromEntries(exported.filter((entry) => !later.includes(entry)))
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
    const earlier = {
      ...manifest,
      version: 1,
      files: manifest.files.filter((file: { name: string }) => file.name in files),
    }
    await to.archives.import(zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify(earlier)) }))
    const [left, arrived] = await Promise.all([from, to].map((one) => one.storage.archives.collect(meetingId)))
    expect(arrived?.events).toEqual(left?.events)
    for (const part of laterParts) expect(arrived?.[part]).toEqual([])
  } finally {
    await Promise.all([from.close(), to.close()])
  }
})
