/** A meeting that arrives, as rows of the tables in the order in which they are written. */
import type { Insertable } from 'kysely'
import type { MeetingId } from '../../shared/contracts/ids.ts'
import type { ArchivedAttachment } from '../archive/archivedMeeting.ts'
import type { RestoredMeeting } from '../archive/ports.ts'
import { checksumOf } from './checksum.ts'
import { contentRow, eventRow, invitationRow, participantRow, seatRow } from './rows.ts'
import type { Tables } from './tables.ts'

type RowsOf = { [T in keyof Tables]: { table: T; rows: Insertable<Tables[T]>[] } }[keyof Tables]

export function rowsOfRestored(restored: RestoredMeeting): RowsOf[] {
  const { meetingId, code, createdAt } = restored.meeting
  const { organizer } = restored
  return [
    { table: 'meeting', rows: [{ id: meetingId, code, created_at: createdAt }] },
    { table: 'event', rows: restored.events.map(({ actorId, ...event }) => eventRow(event, meetingId, actorId)) },
    { table: 'participant', rows: restored.participants.map((person) => participantRow(person, meetingId)) },
    { table: 'content', rows: restored.content.map((text) => contentRow(text, meetingId)) },
    {
      table: 'invitation',
      rows: [
        ...restored.invitations.map(({ participantId, createdAt: at, ...record }) =>
          invitationRow({ ...record, ...(participantId ? { participantId } : {}) }, meetingId, at),
        ),
        invitationRow({ ...organizer, details: { role: 'organizer' } }, meetingId, organizer.at),
      ],
    },
    { table: 'seat', rows: [seatRow({ ...organizer, sessionHash: null }, meetingId, organizer.at)] },
    {
      table: 'attendance',
      rows: restored.attendance.map(({ participantId, day }) => ({
        meeting_id: meetingId,
        participant_id: participantId,
        day,
      })),
    },
    { table: 'document', rows: restored.documents.map(({ document }) => ({ name: document, meeting_id: meetingId })) },
    { table: 'attachment_chunk', rows: restored.attachments.flatMap((file) => chunkRows(file, meetingId)) },
    {
      table: 'document_snapshot',
      rows: restored.snapshots.map((row) => ({
        ...row,
        checksum: checksumOf(row.bytes, ...(row.authors ? [row.authors] : [])),
      })),
    },
    {
      table: 'document_update',
      rows: restored.updates.map(({ participantId, clientId, ...row }) => ({
        ...row,
        participant_id: participantId,
        client_id: clientId,
        checksum: checksumOf(row.bytes),
      })),
    },
    {
      table: 'document_segment',
      rows: restored.segments.map((row) => ({ ...row, checksum: checksumOf(row.bytes) })),
    },
    {
      table: 'document_version',
      rows: restored.versions.map(({ versionId, participantId, ...row }) => ({
        ...row,
        id: versionId,
        participant_id: participantId,
        checksum: checksumOf(row.bytes),
      })),
    },
    {
      table: 'deposit',
      rows: restored.deposits.map(({ depositId, participantId, ...row }) => ({
        ...row,
        id: depositId,
        participant_id: participantId,
        checksum: checksumOf(row.bytes),
      })),
    },
  ]
}

/** As large as those of an upload. */
const chunkBytes = 262_144

function chunkRows({ attachmentId, bytes }: ArchivedAttachment, meetingId: MeetingId) {
  return Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, position) => ({
    attachment_id: attachmentId,
    position,
    meeting_id: meetingId,
    // A copy: what is sent to the database's thread takes the whole buffer behind it along.
    bytes: bytes.slice(position * chunkBytes, (position + 1) * chunkBytes),
  }))
}
