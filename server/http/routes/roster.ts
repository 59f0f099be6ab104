/** People from a list: what would come of each row, and the links for them. */
import { type RosterRow, rosterAnswer, rosterPreview, rosterQuery } from '../../../shared/contracts/http.ts'
import type { ParticipantId } from '../../../shared/contracts/ids.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { judge } from '../../../shared/proceedings/policy.ts'
import type { Invitations } from '../../access/Invitations.ts'
import type { AccessStore, Seat } from '../../access/ports.ts'
import { readRoster } from '../../access/roster/readRoster.ts'
import type { LiveMeeting } from '../../proceedings/LiveMeeting.ts'
import type { Proceedings } from '../../proceedings/Proceedings.ts'
import { ownMeeting } from '../ownMeeting.ts'
import { type Route, route } from '../route.ts'

export interface RosterPorts {
  proceedings: Proceedings
  invitations: Invitations
  accessStore: AccessStore
}

const upload = { mediaType: 'text/csv', limitBytes: limits.httpBodyBytes }

export function rosterRoutes({ proceedings, invitations, accessStore }: RosterPorts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/meetings/{meetingId}/roster/preview',
      summary: 'What would come of each row of a list of people (CSV); nothing is changed',
      caller: 'seat',
      upload,
      answer: { schema: rosterPreview },
      async handle({ seat, params, upload: file }) {
        return { rows: await rowsOf(await invitable(seat, params.meetingId), seat, file) }
      },
    }),
    route({
      method: 'post',
      path: '/api/meetings/{meetingId}/roster',
      summary: 'Makes the personal links of a list of people (CSV): of all rows or, unless `partial`, of none',
      caller: 'seat',
      upload,
      query: rosterQuery,
      status: 201,
      answer: { schema: rosterAnswer },
      async handle({ seat, params, query, upload: file }) {
        const live = await invitable(seat, params.meetingId)
        const rows = await rowsOf(live, seat, file)
        if (query.partial !== 'true') requireGood(rows)
        const invited = rows.filter(({ action }) => action === 'invite').map(({ person }) => person)
        if (invited.length === 0) return { invitations: [] }
        return { invitations: await invitations.create(live.meetingId, seat.participantId, invited) }
      },
    }),
  ]

  async function invitable(seat: Seat, meetingId: string | undefined): Promise<LiveMeeting> {
    const live = await ownMeeting(proceedings, seat, meetingId)
    const verdict = judge('invitation.create', live.roleOf(seat.participantId), live.meeting.status)
    if (verdict === 'forbidden') throw new ProblemError('forbidden', 'Only organizers and facilitators invite people.')
    if (verdict === 'not-now') throw new ProblemError('not-now', 'The meeting is closed: nobody new is let in.')
    return live
  }

  async function rowsOf(live: LiveMeeting, { participantId }: Seat, file: Uint8Array): Promise<RosterRow[]> {
    const unused = await accessStore.unusedInvitations(live.meetingId)
    const { removed } = live.meeting
    const here = [...live.people].filter(([id]) => removed[id as ParticipantId] === undefined).map(([, card]) => card)
    const known = [...here, ...unused.map(({ details }) => details)]
    return readRoster(file, { by: live.roleOf(participantId), known })
  }
}

function requireGood(rows: RosterRow[]): void {
  const errors = rows.flatMap(({ line, errors: found }) =>
    found.map(({ column, message }) => ({ path: `${line}/${column}`, message })),
  )
  if (errors.length > 0) throw new ProblemError('invalid-request', 'Some rows cannot be used: see "errors".', errors)
}
