/** Tickets for document sockets that can set neither cookie nor header. */
import { syncTicketAnswer, syncTicketBody } from '../../../shared/contracts/http.ts'
import type { DocumentName, MeetingId } from '../../../shared/contracts/ids.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { documentAccess } from '../../../shared/proceedings/policy.ts'
import type { SyncTickets } from '../../access/SyncTickets.ts'
import type { Proceedings } from '../../proceedings/Proceedings.ts'
import { type Route, route } from '../route.ts'

export interface SyncTicketPorts {
  proceedings: Proceedings
  tickets: SyncTickets
  meetingOfDocument(document: DocumentName): Promise<MeetingId | null>
}

export function syncRoutes({ proceedings, tickets, meetingOfDocument }: SyncTicketPorts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/sync-tickets',
      summary: 'A ticket for one connection to one document: single use, thirty seconds',
      caller: 'seat',
      body: syncTicketBody,
      status: 201,
      answer: { schema: syncTicketAnswer },
      async handle({ seat, body }) {
        const meetingId = await meetingOfDocument(body.document)
        const live = meetingId === seat.meetingId ? await proceedings.meeting(meetingId) : null
        if (!live) throw new ProblemError('not-found', 'There is no such document.')
        if (documentAccess(live.roleOf(seat.participantId), live.meeting.status) === 'none') {
          throw new ProblemError('forbidden', 'You may not read this document.')
        }
        return { ticket: tickets.issue(seat, body.document) }
      },
    }),
  ]
}
