/** The hub's port over the database. A load sees one state of it, so never half of a compaction. */
import type { Kysely, Transaction } from 'kysely'
import type { DocumentName, MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import type { Compaction, DocumentStore, StoredSnapshot, StoredUpdate, VersionKind } from '../sync/ports.ts'
import { checksumOf, verified } from './checksum.ts'
import type { Tables } from './tables.ts'

/** Ids in one DELETE: far below SQLite's limit of parameters. */
const idsPerDelete = 1_000

export function documentStore(db: Kysely<Tables>): DocumentStore {
  return {
    load: (document) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => ({
          snapshot: await snapshotOf(tx, document),
          updates: await updatesOf(tx, document),
        })),

    append: (rows) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('document_update')
          .values(
            rows.map(({ document, participantId, clientId, bytes, at }) => ({
              document,
              participant_id: participantId,
              client_id: clientId,
              bytes,
              at,
              checksum: checksumOf(bytes),
            })),
          )
          .execute()
      }),

    compact: (compaction) => db.transaction().execute((tx) => compact(tx, compaction)),

    async segments(document) {
      const query = db.selectFrom('document_segment').selectAll().where('document', '=', document).orderBy('id')
      return (await query.execute()).map((row) => verified(document, 'a history segment', row).bytes)
    },

    async addVersion({ versionId, document, kind, name, participantId, at, packed }) {
      await db
        .insertInto('document_version')
        .values({
          id: versionId,
          document,
          kind,
          name,
          participant_id: participantId,
          at,
          bytes: packed,
          checksum: checksumOf(packed),
        })
        .execute()
    },

    async versions(document) {
      const rows = await db
        .selectFrom('document_version')
        .select(['id', 'kind', 'name', 'participant_id', 'at'])
        .where('document', '=', document)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.map((row) => ({
        versionId: row.id,
        kind: row.kind as VersionKind,
        name: row.name,
        participantId: row.participant_id as ParticipantId | null,
        at: Number(row.at),
      }))
    },

    async version(document, versionId) {
      const query = db.selectFrom('document_version').select(['bytes', 'checksum']).where('document', '=', document)
      const row = await query.where('id', '=', versionId).executeTakeFirst()
      return row ? verified(document, 'a version', row).bytes : null
    },
  }
}

async function snapshotOf(tx: Transaction<Tables>, document: DocumentName): Promise<StoredSnapshot | null> {
  const query = tx.selectFrom('document_snapshot').selectAll().where('document', '=', document)
  const row = await query.executeTakeFirst()
  if (!row) return null
  const { bytes, authors } = verified(document, 'the snapshot', row)
  return { bytes, authors }
}

async function updatesOf(tx: Transaction<Tables>, document: DocumentName): Promise<StoredUpdate[]> {
  const query = tx.selectFrom('document_update').selectAll().where('document', '=', document).orderBy('id')
  return (await query.execute()).map((row) => {
    const { id, participant_id, client_id, bytes, at } = verified(document, `update ${row.id}`, row)
    return {
      id: Number(id),
      participantId: participant_id as ParticipantId | null,
      clientId: client_id === null ? null : Number(client_id),
      bytes,
      at: Number(at),
    }
  })
}

async function compact(tx: Transaction<Tables>, { document, snapshot, segment, madeOf, at }: Compaction) {
  const whole = { ...snapshot, at, checksum: checksumOf(snapshot.bytes, snapshot.authors) }
  await tx
    .insertInto('document_snapshot')
    .values({ document, ...whole })
    .onConflict((conflict) => conflict.column('document').doUpdateSet(whole))
    .execute()
  await tx
    .insertInto('document_segment')
    .values({ document, at, bytes: segment, checksum: checksumOf(segment) })
    .execute()
  for (let start = 0; start < madeOf.length; start += idsPerDelete) {
    const ids = madeOf.slice(start, start + idsPerDelete)
    await tx.deleteFrom('document_update').where('id', 'in', ids).execute()
  }
}

/** The meeting that a document belongs to; null if there is no such document. */
export async function meetingOfDocument(db: Kysely<Tables>, document: DocumentName): Promise<MeetingId | null> {
  const query = db.selectFrom('document').select('meeting_id').where('name', '=', document)
  const row = await query.executeTakeFirst()
  return (row?.meeting_id ?? null) as MeetingId | null
}
