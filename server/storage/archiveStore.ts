/** The port of archives over the database: a whole meeting read at one moment, and written all or nothing. */
import type { Kysely, Transaction } from 'kysely'
import type { AttachmentId, ContentId, DocumentName, MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import type { ArchivedAttachment, ArchivedMeeting } from '../archive/archivedMeeting.ts'
import type { ArchiveStore, RestoredMeeting } from '../archive/ports.ts'
import { piecesOfDocuments } from './archivedDocuments.ts'
import { rowsOfRestored } from './restoredRows.ts'
import { actedEvent, contentText, invitation, participantRecord } from './rows.ts'
import type { Tables } from './tables.ts'

/** Rows of one INSERT: below SQLite's 32,766 parameters, and updates of documents are large. */
const rowsPerInsert = 200

export function archiveStore(db: Kysely<Tables>): ArchiveStore {
  return {
    collect: (meetingId) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute((tx) => collect(tx, meetingId)),

    async restore(restored) {
      try {
        await db.transaction().execute((tx) => restore(tx, restored))
        return 'restored'
      } catch (error) {
        if (error instanceof Taken) return 'taken'
        throw error
      }
    },
  }
}

class Taken extends Error {}

async function collect(tx: Transaction<Tables>, meetingId: MeetingId): Promise<ArchivedMeeting | null> {
  const meeting = await tx.selectFrom('meeting').selectAll().where('id', '=', meetingId).executeTakeFirst()
  if (!meeting) return null
  const events = tx.selectFrom('event').selectAll().where('meeting_id', '=', meetingId)
  const people = tx.selectFrom('participant').selectAll().where('meeting_id', '=', meetingId)
  const texts = tx.selectFrom('content').selectAll().where('meeting_id', '=', meetingId)
  const invitations = tx.selectFrom('invitation').selectAll().where('meeting_id', '=', meetingId)
  const attendance = tx.selectFrom('attendance').selectAll().where('meeting_id', '=', meetingId)
  const documents = tx.selectFrom('document').select('name').where('meeting_id', '=', meetingId)
  return {
    meeting: { meetingId, code: meeting.code, createdAt: Number(meeting.created_at) },
    events: (await events.orderBy('stream').orderBy('seq').execute()).map(actedEvent),
    participants: (await people.execute()).map(participantRecord),
    content: (await texts.execute()).map((row) => ({ contentId: row.id as ContentId, ...contentText(row) })),
    invitations: (await invitations.execute()).map((row) => {
      const { invitationId, details, participantId } = invitation(row)
      return { invitationId, details, participantId, createdAt: Number(row.created_at) }
    }),
    attendance: (await attendance.execute()).map(({ participant_id, day }) => ({
      participantId: participant_id as ParticipantId,
      day,
    })),
    documents: (await documents.execute()).map(({ name }) => ({ document: name as DocumentName })),
    ...(await piecesOfDocuments(tx, meetingId)),
    attachments: await attachmentsOf(tx, meetingId),
  }
}

async function attachmentsOf(tx: Transaction<Tables>, meetingId: MeetingId): Promise<ArchivedAttachment[]> {
  const chunks = await tx
    .selectFrom('attachment_chunk')
    .select(['attachment_id', 'bytes'])
    .where('meeting_id', '=', meetingId)
    .orderBy('attachment_id')
    .orderBy('position')
    .execute()
  const files = new Map<AttachmentId, Uint8Array[]>()
  for (const { attachment_id, bytes } of chunks) {
    const attachmentId = attachment_id as AttachmentId
    files.set(attachmentId, [...(files.get(attachmentId) ?? []), bytes])
  }
  return [...files].map(([attachmentId, pieces]) => ({ attachmentId, bytes: new Uint8Array(Buffer.concat(pieces)) }))
}

async function restore(tx: Transaction<Tables>, restored: RestoredMeeting): Promise<void> {
  await requireFreeRooms(tx, restored)
  for (const { table, rows } of rowsOfRestored(restored)) {
    for (let start = 0; start < rows.length; start += rowsPerInsert) {
      const part = rows.slice(start, start + rowsPerInsert)
      const { numInsertedOrUpdatedRows: inserted } = await tx
        .insertInto(table)
        .values(part)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (inserted !== BigInt(part.length)) throw new Taken()
    }
  }
}

/** A room has no row of its own: without this a forged archive could put words into a room of another meeting. */
async function requireFreeRooms(tx: Transaction<Tables>, { events }: RestoredMeeting): Promise<void> {
  const arriving = new Set<string>(events.flatMap((event) => (event.type === 'room.created' ? [event.roomId] : [])))
  const rooms = await tx.selectFrom('event').selectAll().where('type', '=', 'room.created').execute()
  for (const row of rooms) {
    const event = actedEvent(row)
    if (event.type === 'room.created' && arriving.has(event.roomId)) throw new Taken()
  }
}
