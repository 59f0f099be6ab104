/** What archives need from a store and from access. Implemented in storage and tied in app. */
import type { InvitationId, MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import type { ArchivedInvitation, ArchivedMeeting } from './archivedMeeting.ts'

/** A meeting with the doors that this instance gives it. */
export interface RestoredMeeting extends Omit<ArchivedMeeting, 'invitations'> {
  /** The hash of an unknown secret keeps a link shut until somebody makes a new one. */
  invitations: (ArchivedInvitation & { tokenHash: string })[]
  /** The organizer's own way in: a personal link and a seat with the same secret. */
  organizer: { participantId: ParticipantId; invitationId: InvitationId; tokenHash: string; at: number }
}

/** `taken`: something of the meeting is on this instance already, so nothing was written. */
export type RestoreOutcome = 'restored' | 'taken'

export interface ArchiveStore {
  /** All of a meeting as it was at one moment; null if there is none. */
  collect(meetingId: MeetingId): Promise<ArchivedMeeting | null>
  /** Writes all of it or nothing. */
  restore(restored: RestoredMeeting): Promise<RestoreOutcome>
}

/** The forms in which the hub keeps documents, as an archive that arrives needs them. Each throws for other bytes. */
export interface DocumentForms {
  /** Throws for an update that the hub would take from nobody. */
  requireReadable(update: Uint8Array): void
  /** The update rows that a history segment holds. */
  updatesIn(segment: Uint8Array): Promise<{ participantId: ParticipantId | null; bytes: Uint8Array }[]>
  /** The Yjs update that a version holds. */
  stateIn(version: Uint8Array): Promise<Uint8Array>
  /** Whom the authors of a snapshot name. */
  peopleIn(authors: Uint8Array): ParticipantId[]
}

/** Access, as a meeting that arrives needs it. */
export interface Doors {
  /** The code that is asked for if nobody has it, else another one. */
  freeCode(wanted: string): Promise<string>
  newSecret(): { secret: string; hash: string }
  newInvitationId(): InvitationId
}
