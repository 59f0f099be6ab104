/** A meeting taken out whole by its organizer, and brought in whole by the owner of an instance. */
import { importAnswer } from '../../../shared/contracts/http.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { judge } from '../../../shared/proceedings/policy.ts'
import type { MeetingArchives } from '../../archive/MeetingArchives.ts'
import { meetingView } from '../../proceedings/meetingView.ts'
import type { Proceedings } from '../../proceedings/Proceedings.ts'
import { ownMeeting } from '../ownMeeting.ts'
import { type Route, route } from '../route.ts'

const mediaType = 'application/zip'

export interface ArchivePorts {
  proceedings: Proceedings
  archives: MeetingArchives
  publicUrl: string
}

export function archiveRoutes({ proceedings, archives, publicUrl }: ArchivePorts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/meetings/{meetingId}/exports/archive',
      summary: 'Everything of the meeting as one zip that imports to an equal meeting',
      caller: 'seat',
      answer: { mediaType },
      async handle({ seat, params, response }) {
        const live = await ownMeeting(proceedings, seat, params.meetingId)
        const { meetingId, meeting } = live
        if (judge('export.archive', live.roleOf(seat.participantId), meeting.status) !== 'allowed') {
          throw new ProblemError('forbidden', 'Only an organizer takes out the whole meeting, names included.')
        }
        const archive = await archives.export(meetingId)
        response.attachment(`plenaria-${meeting.startsOn}-${meetingId}.zip`).type(mediaType).send(Buffer.from(archive))
        return undefined
      },
    }),
    route({
      method: 'post',
      path: '/api/meetings/import',
      summary: 'Brings in an archive; the organizer token opens the meeting, links of the other instance do not',
      caller: 'organizer key',
      upload: { mediaType, limitBytes: limits.archiveBytes },
      status: 201,
      answer: { schema: importAnswer },
      async handle({ upload }) {
        const { meetingId, participantId, organizerToken } = await archives.import(upload)
        const live = await proceedings.meeting(meetingId)
        return { meeting: live && meetingView(live, participantId, publicUrl), organizerToken }
      },
    }),
  ]
}
