/** The port of deposits over the database. Their rows are written by the proceedings, with the events that speak of them. */
import type { Kysely, Selectable } from 'kysely'
import type { DepositId, DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import type { DepositStore, StoredDeposit } from '../sync/ports.ts'
import { verified } from './checksum.ts'
import type { Tables } from './tables.ts'

export function depositStore(db: Kysely<Tables>): DepositStore {
  const rows = () =>
    db
      .selectFrom('deposit')
      .innerJoin('document', 'document.name', 'deposit.document')
      .selectAll('deposit')
      .select('document.meeting_id')
  return {
    async deposit(depositId) {
      const row = await rows().where('deposit.id', '=', depositId).executeTakeFirst()
      return row ? depositOf(row) : null
    },
    async acceptedDeposits() {
      const accepted = db.selectFrom('deposit').select('id').where('accepted_at', 'is not', null)
      return (await accepted.orderBy('accepted_at').execute()).map(({ id }) => id as DepositId)
    },
    async removeDeposit(depositId) {
      await db.deleteFrom('deposit').where('id', '=', depositId).execute()
    },
  }
}

function depositOf(row: Selectable<Tables['deposit']> & { meeting_id: string }): StoredDeposit {
  const document = row.document as DocumentName
  return {
    depositId: row.id as DepositId,
    document,
    participantId: row.participant_id as ParticipantId,
    scope: row.meeting_id,
    update: verified(document, 'a deposit', row).bytes,
  }
}
