/** Meetings: their creation by the instance's owner, and their reading by who takes part. */

import { z } from 'zod'
import {
  commandAnswer,
  createMeetingAnswer,
  createMeetingBody,
  invitationAnswer,
  invitationsBody,
  meetingView as meetingViewSchema,
} from '../../../shared/contracts/http.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { foundMeeting } from '../../access/Founding.ts'
import type { Invitations } from '../../access/Invitations.ts'
import type { AccessStore } from '../../access/ports.ts'
import type { Chance } from '../../platform/chance.ts'
import { meetingView } from '../../proceedings/meetingView.ts'
import type { Proceedings } from '../../proceedings/Proceedings.ts'
import { parseCommand } from '../../proceedings/parseCommand.ts'
import { ownMeeting } from '../ownMeeting.ts'
import { type Route, route } from '../route.ts'

export interface MeetingPorts {
  proceedings: Proceedings
  accessStore: AccessStore
  invitations: Invitations
  chance: Chance
  publicUrl: string
}

export function meetingRoutes(ports: MeetingPorts): Route[] {
  const { proceedings, publicUrl } = ports
  return [
    route({
      method: 'post',
      path: '/api/meetings',
      summary: 'Creates a meeting; the organizer token is bearer and personal link of its first organizer',
      caller: 'organizer key',
      body: createMeetingBody,
      status: 201,
      answer: { schema: createMeetingAnswer },
      async handle({ body }) {
        const founding = { founder: proceedings, store: ports.accessStore, chance: ports.chance }
        const { live, participantId, organizerToken } = await foundMeeting(founding, body)
        return { meeting: meetingView(live, participantId, publicUrl), organizerToken }
      },
    }),
    route({
      method: 'get',
      path: '/api/meetings/{meetingId}',
      summary: 'The meeting as the caller may see it; its code for moderators only',
      caller: 'seat',
      answer: { schema: meetingViewSchema },
      async handle({ seat, params }) {
        const live = await ownMeeting(proceedings, seat, params.meetingId)
        const view = meetingView(live, seat.participantId, publicUrl)
        if (!view) throw new ProblemError('forbidden', 'You are not in this meeting yet.')
        return view
      },
    }),
    route({
      method: 'post',
      path: '/api/meetings/{meetingId}/invitations',
      summary: 'Makes personal links; an array in gives an array out',
      caller: 'seat',
      body: invitationsBody,
      status: 201,
      answer: { schema: z.union([invitationAnswer, z.array(invitationAnswer)]) },
      async handle({ seat, params, body }) {
        const live = await ownMeeting(proceedings, seat, params.meetingId)
        const bodies = Array.isArray(body) ? body : [body]
        const made = await ports.invitations.create(live.meetingId, seat.participantId, bodies)
        return Array.isArray(body) ? made : made[0]
      },
    }),
    route({
      method: 'post',
      path: '/api/meetings/{meetingId}/commands',
      summary: 'Runs a command; gives the events of it that the caller may see',
      caller: 'seat',
      // The command is parsed by the same function as on socket.io, which tells an unknown one from a wrong one.
      body: z.unknown().meta({ $ref: '#/components/schemas/Command' }),
      answer: { schema: commandAnswer },
      async handle({ seat, params, body }) {
        const live = await ownMeeting(proceedings, seat, params.meetingId)
        return { events: await proceedings.execute(live.meetingId, seat.participantId, parseCommand(body)) }
      },
    }),
  ]
}
