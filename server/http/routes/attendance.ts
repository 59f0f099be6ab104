/** Who was there on which day, for those who run the meeting. */
import { attendanceAnswer } from '../../../shared/contracts/http.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { judge } from '../../../shared/proceedings/policy.ts'
import type { Attendance } from '../../proceedings/Attendance.ts'
import type { Proceedings } from '../../proceedings/Proceedings.ts'
import { ownMeeting } from '../ownMeeting.ts'
import { type Route, route } from '../route.ts'

export interface AttendancePorts {
  proceedings: Proceedings
  attendance: Attendance
}

export function attendanceRoutes({ proceedings, attendance }: AttendancePorts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/meetings/{meetingId}/attendance',
      summary: 'Per day of the meeting’s calendar who was connected',
      caller: 'seat',
      answer: { schema: attendanceAnswer },
      async handle({ seat, params }) {
        const live = await ownMeeting(proceedings, seat, params.meetingId)
        if (judge('moderators.read', live.roleOf(seat.participantId), live.meeting.status) !== 'allowed') {
          throw new ProblemError('forbidden', 'Only organizers and facilitators see who was there.')
        }
        return { days: await attendance.days(live.meetingId) }
      },
    }),
  ]
}
