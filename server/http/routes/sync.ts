/** Tickets for document sockets that can set neither cookie nor header. */
import { syncTicketAnswer, syncTicketBody } from '../../../shared/contracts/http.ts'
import type { SyncTickets } from '../../access/SyncTickets.ts'
import { type DocumentPorts, readableDocument } from '../ownDocument.ts'
import { type Route, route } from '../route.ts'

export interface SyncTicketPorts extends DocumentPorts {
  tickets: SyncTickets
}

export function syncRoutes({ tickets, ...ports }: SyncTicketPorts): Route[] {
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
        const { document } = await readableDocument(ports, seat, body.document)
        return { ticket: tickets.issue(seat, document, body.clientId) }
      },
    }),
  ]
}
