/** The part of the storage's contract that is attached files. */
import { beforeEach, expect, test } from 'vitest'
import type { Storage } from '../../server/storage/openStorage.ts'
import type { AttachmentId } from '../../shared/contracts/ids.ts'

import { meetingId, message, piecewise } from './samples.ts'

/** `storage` gives an empty one in each test. */
export function attachmentContract(now: () => Storage): void {
  let storage: Storage
  beforeEach(() => {
    storage = now()
  })

  test('a file comes with its event, piece by piece, and goes with the event that takes it back', async () => {
    const attachmentId = 'f1' as AttachmentId
    const pieces = [new Uint8Array([0, 255, 1]), new Uint8Array([128, 0])]
    const attachments = [{ attachmentId, chunks: () => piecewise(pieces) }]
    await storage.proceedings.append(message(1, { attachments }))
    const held = async () => Promise.all([0, 1, 2].map((at) => storage.attachments.chunkOf(attachmentId, at)))
    expect((await held()).map((bytes) => bytes && [...bytes])).toEqual([[0, 255, 1], [128, 0], null])
    expect(await storage.attachments.chunkOf('f2' as AttachmentId, 0)).toBeNull()
    await storage.proceedings.append(message(2, { discarded: [attachmentId] }))
    expect(await held()).toEqual([null, null, null])
  })

  test('a file that cannot be read to its end, or whose event lost a race, leaves nothing behind', async () => {
    const fileOf = (id: string, chunks: () => AsyncIterable<Uint8Array>) => ({
      attachments: [{ attachmentId: id as AttachmentId, chunks }],
    })
    async function* broken() {
      yield new Uint8Array([1])
      throw new Error('the disk has gone')
    }
    await expect(storage.proceedings.append(message(1, fileOf('f1', broken)))).rejects.toThrow('the disk has gone')
    expect(await storage.proceedings.loadMeeting(meetingId)).toBeNull()
    await storage.proceedings.append(message(1))
    const late = message(
      1,
      fileOf('f2', () => piecewise([new Uint8Array([2])])),
    )
    expect(await storage.proceedings.append(late)).toBe('raced')
    for (const id of ['f1', 'f2']) expect(await storage.attachments.chunkOf(id as AttachmentId, 0)).toBeNull()
  })
}
