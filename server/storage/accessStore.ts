/** The port of access over the database. Secrets arrive here as hashes only. */
import type { Kysely } from 'kysely'
import type { MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import type { AccessStore, Seat, Which } from '../access/ports.ts'
import { invitation, participantRecord, seatRow } from './rows.ts'
import type { Tables } from './tables.ts'

export function accessStore(db: Kysely<Tables>): AccessStore {
  const meetingByCode = async (code: string) => {
    const row = await db.selectFrom('meeting').select('id').where('code', '=', code).executeTakeFirst()
    return (row?.id ?? null) as MeetingId | null
  }
  const seats = (which: Which) => {
    const all = db.selectFrom('seat').selectAll()
    return which === 'any' ? all : all.where('ended_at', 'is', null)
  }
  return {
    meetingByCode,
    codeIsTaken: async (code) => (await meetingByCode(code)) !== null,

    async seatByToken(tokenHash, which = 'held') {
      const row = await seats(which).where('token_hash', '=', tokenHash).executeTakeFirst()
      return row ? seatOf(row) : null
    },

    async seatsOfSession(sessionHash, which = 'held') {
      const rows = seats(which).where('session_hash', '=', sessionHash).orderBy('id')
      return (await rows.execute()).map(seatOf)
    },

    async addSeat(seat, at) {
      await db
        .insertInto('seat')
        .values(seatRow(seat, seat.meetingId, at))
        .execute()
    },

    async hasSession(sessionHash) {
      const row = db.selectFrom('session').select('id_hash').where('id_hash', '=', sessionHash)
      return (await row.executeTakeFirst()) !== undefined
    },

    async addSession(sessionHash, at) {
      await db.insertInto('session').values({ id_hash: sessionHash, created_at: at }).execute()
    },

    async invitationByToken(tokenHash) {
      const query = db.selectFrom('invitation').selectAll().where('token_hash', '=', tokenHash)
      const row = await query.executeTakeFirst()
      return row ? invitation(row) : null
    },

    async unusedInvitations(meetingId) {
      const query = db.selectFrom('invitation').selectAll().where('meeting_id', '=', meetingId)
      return (await query.where('participant_id', 'is', null).execute()).map(invitation)
    },

    async person(participantId) {
      const query = db.selectFrom('participant').selectAll().where('id', '=', participantId)
      const row = await query.executeTakeFirst()
      if (!row) return null
      const { name, country, agency } = participantRecord(row)
      return { name, ...(country ? { country } : {}), ...(agency ? { agency } : {}) }
    },
  }
}

function seatOf(row: { participant_id: string; meeting_id: string }): Seat {
  return { participantId: row.participant_id as ParticipantId, meetingId: row.meeting_id as MeetingId }
}
