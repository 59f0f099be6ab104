/** The hub's port over the database. A load sees one state of it, so never half of a compaction. */
import type { Kysely } from 'kysely'
import type { DocumentName, MeetingId } from '../../shared/contracts/ids.ts'
import type { DocumentStore } from '../sync/ports.ts'
import type { Tables } from './tables.ts'

/** Ids in one DELETE: far below SQLite's limit of parameters. */
const idsPerDelete = 1_000

export function documentStore(db: Kysely<Tables>): DocumentStore {
  return {
    load: (document) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          const snapshot = await tx
            .selectFrom('document_snapshot')
            .select('bytes')
            .where('document', '=', document)
            .executeTakeFirst()
          const updates = await tx
            .selectFrom('document_update')
            .select(['id', 'bytes'])
            .where('document', '=', document)
            .orderBy('id')
            .execute()
          return {
            snapshot: snapshot?.bytes ?? null,
            updates: updates.map(({ id, bytes }) => ({ id: Number(id), bytes })),
          }
        }),

    append: (rows) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('document_update')
          .values(
            rows.map(({ document, participantId, bytes, at }) => ({
              document,
              participant_id: participantId,
              bytes,
              at,
            })),
          )
          .execute()
      }),

    compact: (document, snapshot, madeOf, at) =>
      db.transaction().execute(async (tx) => {
        await tx
          .insertInto('document_snapshot')
          .values({ document, bytes: snapshot, at })
          .onConflict((conflict) => conflict.column('document').doUpdateSet({ bytes: snapshot, at }))
          .execute()
        for (let start = 0; start < madeOf.length; start += idsPerDelete) {
          const ids = madeOf.slice(start, start + idsPerDelete)
          await tx.deleteFrom('document_update').where('id', 'in', ids).execute()
        }
      }),
  }
}

/** The meeting that a document belongs to; null if there is no such document. */
export async function meetingOfDocument(db: Kysely<Tables>, document: DocumentName): Promise<MeetingId | null> {
  const query = db.selectFrom('document').select('meeting_id').where('name', '=', document)
  const row = await query.executeTakeFirst()
  return (row?.meeting_id ?? null) as MeetingId | null
}
