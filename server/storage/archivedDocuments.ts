/**
 * The documents of a meeting as its archive holds them, byte for byte. Throws CorruptDocument where a checksum does not
 * hold: what is damaged would otherwise arrive elsewhere with a checksum that does.
 */
import type { Selectable, Transaction } from 'kysely'
import type { DepositId, DocumentName, MeetingId, ParticipantId, VersionId } from '../../shared/contracts/ids.ts'
import type { ArchivedMeeting, ArchivedUpdate } from '../archive/archivedMeeting.ts'
import type { VersionKind } from '../sync/ports.ts'
import { verified } from './checksum.ts'
import type { Tables } from './tables.ts'

export async function piecesOfDocuments(
  tx: Transaction<Tables>,
  meetingId: MeetingId,
): Promise<Pick<ArchivedMeeting, 'snapshots' | 'updates' | 'segments' | 'versions' | 'deposits'>> {
  const documents = tx.selectFrom('document').select('name').where('meeting_id', '=', meetingId)
  const snapshots = tx.selectFrom('document_snapshot').selectAll().where('document', 'in', documents)
  const updates = tx.selectFrom('document_update').selectAll().where('document', 'in', documents).orderBy('id')
  const segments = tx.selectFrom('document_segment').selectAll().where('document', 'in', documents).orderBy('id')
  const versions = tx.selectFrom('document_version').selectAll().where('document', 'in', documents).orderBy('id')
  const deposited = tx.selectFrom('deposit').selectAll().where('document', 'in', documents)
  const deposits = await deposited.orderBy('accepted_at').orderBy('id').execute()
  const accepted = deposits.filter(({ accepted_at }) => accepted_at !== null)
  const waiting = deposits.filter(({ accepted_at }) => accepted_at === null)
  return {
    snapshots: (await snapshots.execute()).map((row) => ({
      ...piece(row, 'the snapshot'),
      authors: row.authors,
    })),
    // An accepted deposit is a word of its document that the hub has yet to write: it will write it just so.
    updates: [...(await updates.execute()), ...accepted.map((row) => ({ ...row, client_id: null }))].map(updateOf),
    segments: (await segments.execute()).map((row) => piece(row, 'a history segment')),
    versions: (await versions.execute()).map((row) => ({
      ...piece(row, 'a version'),
      versionId: row.id as VersionId,
      kind: row.kind as VersionKind,
      name: row.name,
      participantId: row.participant_id as ParticipantId | null,
    })),
    deposits: waiting.map((row) => ({
      ...piece(row, 'a deposit'),
      depositId: row.id as DepositId,
      participantId: row.participant_id as ParticipantId,
    })),
  }
}

type PieceTable = 'document_snapshot' | 'document_update' | 'document_segment' | 'document_version' | 'deposit'

function piece(row: Selectable<Tables[PieceTable]>, what: string) {
  const document = row.document as DocumentName
  const { bytes, at } = verified(document, what, row)
  return { document, bytes, at: Number(at) }
}

function updateOf(row: Omit<Selectable<Tables['document_update']>, 'id'>): ArchivedUpdate {
  return {
    ...piece(row, 'an update'),
    participantId: row.participant_id as ParticipantId | null,
    clientId: row.client_id === null ? null : Number(row.client_id),
  }
}
