/** Coming in by code or link, and the seats of a browser session. */
import { joinAnswer, joinBody, seatsAnswer } from '../../../shared/contracts/http.ts'
import { sessionOf, setSessionCookie } from '../../access/cookie.ts'
import type { Identity } from '../../access/Identity.ts'
import type { Joining } from '../../access/Joining.ts'
import type { Proceedings } from '../../proceedings/Proceedings.ts'
import { addressOf } from '../addressOf.ts'
import { type Route, route } from '../route.ts'

export interface JoinPorts {
  joining: Joining
  identity: Identity
  proceedings: Proceedings
  isSecure: boolean
}

export function joinRoutes(ports: JoinPorts): Route[] {
  const { joining, identity, proceedings } = ports
  return [
    route({
      method: 'post',
      path: '/api/join',
      summary: 'Comes in by meeting code (to the lobby) or by personal link (straight in)',
      caller: 'anyone',
      body: joinBody,
      status: 201,
      answer: { schema: joinAnswer },
      async handle({ body, request, response }) {
        const from = { address: addressOf(request), session: sessionOf(request.headers.cookie) }
        const joined = await joining.join(body, from)
        if (joined.newSession) response.append('Set-Cookie', setSessionCookie(joined.newSession, ports.isSecure))
        const live = await proceedings.meeting(joined.meetingId)
        const titleId = live?.meeting.titleId ?? null
        const role = live?.roleOf(joined.participantId) ?? joined.role
        return {
          token: joined.token,
          participant: { id: joined.participantId, role, ...joined.card },
          meeting: { id: joined.meetingId, title: (titleId && live?.content.get(titleId)?.text) || '' },
          status: joined.status,
        }
      },
    }),
    route({
      method: 'get',
      path: '/api/seats',
      summary: 'The seats of this browser session, newest last',
      caller: 'anyone',
      answer: { schema: seatsAnswer },
      async handle({ request }) {
        const seats = await identity.seatsOf(request.headers.cookie)
        return { seats: seats.map(({ participantId, meetingId }) => ({ participantId, meetingId })) }
      },
    }),
  ]
}
