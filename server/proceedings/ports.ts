/** What the proceedings need from a store and from whoever listens. Implemented in storage and in app. */
import type { ContentText, PersonCard, StoredEvent } from '../../shared/contracts/events.ts'
import type { InvitationBody } from '../../shared/contracts/http.ts'
import type {
  AttachmentId,
  DepositId,
  DocumentName,
  InvitationId,
  MeetingId,
  ParticipantId,
  StreamName,
} from '../../shared/contracts/ids.ts'
import type { Language } from '../../shared/contracts/terms.ts'
import type { NewContent } from '../../shared/proceedings/decision.ts'
import type { Deposited } from '../../shared/proceedings/deposits.ts'

export interface ParticipantRecord extends PersonCard {
  participantId: ParticipantId
  name: string
  language?: Language | undefined
}

export interface InvitationRecord {
  invitationId: InvitationId
  tokenHash: string
  details: InvitationBody
  /** Set where the person is known already: an organizer's own link. */
  participantId?: ParticipantId
}

export interface SeatRecord {
  participantId: ParticipantId
  tokenHash: string
  sessionHash: string | null
}

export interface DepositRecord extends Deposited {
  update: Uint8Array
}

/** Where an event stood, to find it again. */
export interface EventRef {
  stream: StreamName
  seq: number
}

/** The bytes of a file, in order; asked for anew each time that they are written. */
export type Chunks = () => AsyncIterable<Uint8Array>

/** One transaction: the events of a decision and all that stands beside them, all or nothing. */
export interface Append {
  meetingId: MeetingId
  actorId: ParticipantId
  at: number
  events: StoredEvent[]
  content: NewContent[]
  /** With an id the answer is kept, so that a repeat of the command gets it again. */
  command?: { commandId: string; answer: EventRef[] }
  /** A meeting that begins. */
  meeting?: { code: string }
  participants?: ParticipantRecord[]
  invitations?: InvitationRecord[]
  usedInvitation?: { invitationId: InvitationId; participantId: ParticipantId }
  seats?: SeatRecord[]
  documents?: DocumentName[]
  /** Files that come with their events. */
  attachments?: { attachmentId: AttachmentId; chunks: Chunks }[]
  /** Files whose bytes go with this transaction. */
  discarded?: AttachmentId[]
  /** Words that were handed in, beside the event that says so. */
  deposit?: DepositRecord
  /** Deposits that were decided on: accepted ones wait to be written into their document, the others go. */
  decided?: { depositId: DepositId; isAccepted: boolean }[]
  /** Their tokens, links and sessions end with this transaction. */
  revoked?: ParticipantId[]
}

/**
 * `raced`: another append took one of the sequence numbers. `repeated`: the command was known. `used`: the invitation
 * has become another participant's. Of these three nothing was written.
 */
export type AppendOutcome = 'appended' | 'raced' | 'repeated' | 'used'

export interface MeetingRecord {
  events: StoredEvent[]
  participants: ParticipantRecord[]
  content: Map<string, ContentText>
}

export interface ProceedingsStore {
  /** All of a meeting, its events in the order of each stream; null if there is none. */
  loadMeeting(meetingId: MeetingId): Promise<MeetingRecord | null>
  append(append: Append): Promise<AppendOutcome>
  answerOf(meetingId: MeetingId, actorId: ParticipantId, commandId: string): Promise<EventRef[] | null>
  eventsAfter(stream: StreamName, after: number, limit: number): Promise<StoredEvent[]>
  /** Newest first. */
  messagesBefore(stream: StreamName, before: number, limit: number): Promise<StoredEvent[]>
  eventsAt(refs: EventRef[]): Promise<StoredEvent[]>
  contentOf(ids: string[]): Promise<Map<string, ContentText>>
}

export interface AttachmentStore {
  /** One piece of a file, counted from 0; null after the last, and for a file that is gone. */
  chunkOf(attachmentId: AttachmentId, position: number): Promise<Uint8Array | null>
}
