/** Who is calling: a bearer token names a seat; a browser session names several, of which the page chooses one. */
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { sessionOf } from './cookie.ts'
import type { AccessStore, Seat, Which } from './ports.ts'
import { hashOf } from './secrets.ts'

/** What a request or a handshake carries. */
export interface Credentials {
  authorization?: string | undefined
  /** A bearer token that came another way: socket.io's handshake. */
  token?: string | undefined
  cookie?: string | undefined
  /** The seat that the page chose. */
  seat?: string | undefined
}

export class Identity {
  readonly #store: AccessStore

  constructor(store: AccessStore) {
    this.#store = store
  }

  /** The caller's seat; null for a wrong, a missing and, unless any is asked for, an ended credential alike. */
  async seatOf(credentials: Credentials, which: Which = 'held'): Promise<Seat | null> {
    const token = credentials.token ?? bearerOf(credentials.authorization)
    if (token !== null) return this.#store.seatByToken(hashOf(token), which)
    const seats = await this.seatsOf(credentials.cookie, which)
    if (credentials.seat === undefined) return seats.at(-1) ?? null
    return seats.findLast((seat) => seat.participantId === (credentials.seat as ParticipantId)) ?? null
  }

  /** All seats of a browser session, oldest first; a person who came in again stands where they came in last. */
  async seatsOf(cookie: string | undefined, which: Which = 'held'): Promise<Seat[]> {
    const session = sessionOf(cookie)
    if (session === null) return []
    const seats = await this.#store.seatsOfSession(hashOf(session), which)
    return seats.filter(
      ({ participantId }, at) => !seats.slice(at + 1).some((later) => later.participantId === participantId),
    )
  }
}

export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1] ?? null
}

/** The seat that a page chose. What cannot be read as one is nobody's seat, so that it never means the default one. */
export function chosenSeat(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? value : ''
}
