/** What access needs from a store and from the proceedings. */

import type { PersonCard } from '../../shared/contracts/events.ts'
import type { InvitationBody } from '../../shared/contracts/http.ts'
import type { InvitationId, MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'

/** A person's place in a meeting, as a token or a session proves it. */
export interface Seat {
  participantId: ParticipantId
  meetingId: MeetingId
}

export interface NewSeat {
  participantId: ParticipantId
  tokenHash: string
  sessionHash: string | null
}

export interface Invitation {
  invitationId: InvitationId
  meetingId: MeetingId
  details: InvitationBody
  /** Who came in by it; null until somebody does. */
  participantId: ParticipantId | null
}

/** Seats that hold, which is what is meant unless it is said, or those too that ended with a removal. */
export type Which = 'held' | 'any'

export interface AccessStore {
  seatByToken(tokenHash: string, which?: Which): Promise<Seat | null>
  /** Oldest first: the last one is the default. */
  seatsOfSession(sessionHash: string, which?: Which): Promise<Seat[]>
  addSeat(seat: NewSeat & Seat, at: number): Promise<void>
  hasSession(sessionHash: string): Promise<boolean>
  addSession(sessionHash: string, at: number): Promise<void>
  invitationByToken(tokenHash: string): Promise<Invitation | null>
  /** Links of a meeting that nobody has come in by. */
  unusedInvitations(meetingId: MeetingId): Promise<Invitation[]>
  meetingByCode(code: string): Promise<MeetingId | null>
  codeIsTaken(code: string): Promise<boolean>
  person(participantId: ParticipantId): Promise<PersonCard | null>
}
