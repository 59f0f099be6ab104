/** Tickets for sockets that can set neither cookie nor header: one document, one use, thirty seconds. In memory. */
import type { DocumentName } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock } from '../platform/clock.ts'
import type { Seat } from './ports.ts'
import { hashOf } from './secrets.ts'

interface Ticket {
  seat: Seat
  document: DocumentName
  /** The Yjs client id that the connection will speak as. */
  clientId: number | undefined
  expiresAt: number
}

export class SyncTickets {
  readonly #tickets = new Map<string, Ticket>()
  readonly #clock: Clock
  readonly #chance: Chance

  constructor(ports: { clock: Clock; chance: Chance }) {
    this.#clock = ports.clock
    this.#chance = ports.chance
  }

  issue(seat: Seat, document: DocumentName, clientId?: number): string {
    this.#forgetExpired()
    const ticket = this.#chance.secret()
    const expiresAt = this.#clock.now() + limits.syncTicketMs
    this.#tickets.set(hashOf(ticket), { seat, document, clientId, expiresAt })
    return ticket
  }

  /** What a ticket stands for, once; null if it is unknown, used, late or for another document. */
  redeem(ticket: string, document: DocumentName): { seat: Seat; clientId: number | undefined } | null {
    const key = hashOf(ticket)
    const found = this.#tickets.get(key)
    this.#tickets.delete(key)
    if (!found || found.document !== document || found.expiresAt <= this.#clock.now()) return null
    return { seat: found.seat, clientId: found.clientId }
  }

  /** Oldest first in a Map, and all live equally long: the expired ones stand in front. */
  #forgetExpired(): void {
    for (const [key, ticket] of this.#tickets) {
      if (ticket.expiresAt > this.#clock.now()) return
      this.#tickets.delete(key)
    }
  }
}
