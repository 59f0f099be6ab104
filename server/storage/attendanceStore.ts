/** The port of attendance over the database. */
import type { Kysely } from 'kysely'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import type { AttendanceStore } from '../proceedings/Attendance.ts'
import type { Tables } from './tables.ts'

export function attendanceStore(db: Kysely<Tables>): AttendanceStore {
  return {
    async attend(meetingId, { participantId, day }) {
      await db
        .insertInto('attendance')
        .values({ meeting_id: meetingId, participant_id: participantId, day })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    async attendanceOf(meetingId) {
      const rows = await db.selectFrom('attendance').selectAll().where('meeting_id', '=', meetingId).execute()
      return rows.map(({ participant_id, day }) => ({ participantId: participant_id as ParticipantId, day }))
    },
  }
}
