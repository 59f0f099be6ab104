/**
 * Bytes of attached files over the database, in pieces: nothing holds a whole file, and between two pieces other work
 * has its turn. They are written and deleted with their events, by the proceedings' store.
 */
import type { Kysely, Transaction } from 'kysely'
import type { MeetingId } from '../../shared/contracts/ids.ts'
import type { Append, AttachmentStore } from '../proceedings/ports.ts'
import type { Tables } from './tables.ts'

export function attachmentStore(db: Kysely<Tables>): AttachmentStore {
  return {
    async chunkOf(attachmentId, position) {
      const row = await db
        .selectFrom('attachment_chunk')
        .select('bytes')
        .where('attachment_id', '=', attachmentId)
        .where('position', '=', position)
        .executeTakeFirst()
      return row?.bytes ?? null
    },
  }
}

/** The part of an append that is files. */
export async function writeAttachments(
  tx: Transaction<Tables>,
  { attachments = [], discarded = [] }: Append,
  meetingId: MeetingId,
): Promise<void> {
  for (const { attachmentId, chunks } of attachments) {
    let position = 0
    for await (const bytes of chunks()) {
      const row = { attachment_id: attachmentId, position, meeting_id: meetingId, bytes }
      await tx.insertInto('attachment_chunk').values(row).execute()
      position += 1
    }
  }
  for (const attachmentId of discarded) {
    await tx.deleteFrom('attachment_chunk').where('attachment_id', '=', attachmentId).execute()
  }
}
