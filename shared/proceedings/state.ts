/**
 * The folded state of the four kinds of stream (evolve.ts folds it): the server decides on it, the client draws it.
 * It is bounded: of a room's messages only the latest are held.
 */

import type { AttachmentMediaType } from '../contracts/attachmentKinds.ts'
import type { AgendaItem, MeetingRecord, Policies } from '../contracts/events.ts'
import type {
  AgendaItemId,
  AttachmentId,
  BoardId,
  CaseId,
  ContentId,
  DepositId,
  DocumentName,
  InvitationId,
  MeetingId,
  MessageId,
  ParticipantId,
  RoomId,
  StreamKind,
} from '../contracts/ids.ts'
import type {
  CardKind,
  Clearance,
  Language,
  Marking,
  MeetingStatus,
  MeetingTemplate,
  ParticipantFunction,
  Role,
} from '../contracts/terms.ts'

export interface Member {
  role: Role
  function: ParticipantFunction | null
}

/** A file of a case; its bytes are the server's to give. */
export interface AttachmentEntry {
  attachmentId: AttachmentId
  nameId: ContentId
  mediaType: AttachmentMediaType
  bytes: number
  addedById: ParticipantId
  addedAt: number
}

export interface CaseEntry {
  roomId: RoomId
  titleId: ContentId
  ownerId: ParticipantId
  marking: Marking
  /** What the owner allows in the report, and in the digest. */
  clearance: Clearance
  digest: Clearance
  isAnonymized: boolean
  clearedById: ContentId | null
  clearedAt: number | null
  stage: string | null
  presenterId: ParticipantId | null
  /** Nobody has set the mark yet: it follows the stage. */
  hasDefaultMarking: boolean
  /** In the order in which they were added. */
  attachments: AttachmentEntry[]
}

export interface BoardEntry {
  roomId: RoomId
  titleId: ContentId
  columns: CardKind[]
  /** The cards that have a mark of their own; see boards.ts for what holds then. */
  cardMarks: Record<string, Marking>
}

export interface MeetingState {
  meetingId: MeetingId | null
  status: MeetingStatus
  template: MeetingTemplate
  languages: Language[]
  timezone: string
  startsOn: string
  endsOn: string
  titleId: ContentId | null
  placeId: ContentId | null
  /** Null until they are set: then names are shown in the room and stay out of the report. */
  policies: Policies | null
  record: MeetingRecord | null
  /** Somebody has brought a case or written in a document: policies only get stricter. */
  hasContributions: boolean
  plenaryId: RoomId | null
  members: Record<ParticipantId, Member>
  /** Who was removed: their links and sessions stay closed. */
  removed: Record<ParticipantId, true>
  rooms: Record<RoomId, { kind: 'plenary' }>
  agenda: AgendaItem[]
  currentItemId: AgendaItemId | null
  cases: Record<CaseId, CaseEntry>
  boards: Record<BoardId, BoardEntry>
  /** Documents that nobody writes in for now. */
  locked: Record<DocumentName, true>
}

export interface MessageEntry {
  messageId: MessageId
  seq: number
  at: number
  authorId: ParticipantId
  contentId: ContentId
}

export interface RoomState {
  messages: MessageEntry[]
  /** All messages ever posted; more than `messages` holds means that older ones can be paged. */
  messageCount: number
}

export interface DepositEntry {
  document: DocumentName
  participantId: ParticipantId
  at: number
}

/** What became of one's own words; the last few are kept. */
export interface OwnDeposit {
  depositId: DepositId
  document: DocumentName
  outcome: 'waiting' | 'accepted' | 'declined'
}

export interface ModeratorsState {
  code: string | null
  /** Who waits in the lobby, first come first. */
  lobby: { participantId: ParticipantId; since: number }[]
  invitations: Record<InvitationId, Member>
  /** Words that wait for a moderator: to be taken into their document, or not. */
  deposits: Record<DepositId, DepositEntry>
  /** Documents that have reached their size. */
  filled: Record<DocumentName, true>
}

export interface PersonState {
  status: 'unknown' | 'waiting' | 'admitted' | 'removed'
  meetingId: MeetingId | null
  role: Role | null
  deposits: OwnDeposit[]
}

export interface StateOf {
  meeting: MeetingState
  room: RoomState
  moderators: ModeratorsState
  person: PersonState
}

export const initialState: { [K in StreamKind]: StateOf[K] } = {
  meeting: {
    meetingId: null,
    status: 'draft',
    template: 'blank',
    languages: [],
    timezone: 'UTC',
    startsOn: '',
    endsOn: '',
    titleId: null,
    placeId: null,
    policies: null,
    record: null,
    hasContributions: false,
    plenaryId: null,
    members: {},
    removed: {},
    rooms: {},
    agenda: [],
    currentItemId: null,
    cases: {},
    boards: {},
    locked: {},
  },
  room: { messages: [], messageCount: 0 },
  moderators: { code: null, lobby: [], invitations: {}, deposits: {}, filled: {} },
  person: { status: 'unknown', meetingId: null, role: null, deposits: [] },
}
