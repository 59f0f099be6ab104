/**
 * `evolve` folds one event into the state of its stream. Pure: server and client fold the same events to the same
 * state. It never changes its argument, so a reader may keep what it was given.
 */
import type { DomainEvent, MeetingEvent, ModeratorsEvent, PersonEvent, RoomEvent } from '../contracts/events.ts'
import type { CaseId, ContentId, ParticipantId, StreamKind } from '../contracts/ids.ts'
import { limits } from '../contracts/limits.ts'
import type {
  AttachmentEntry,
  CaseEntry,
  MeetingState,
  ModeratorsState,
  OwnDeposit,
  PersonState,
  RoomState,
  StateOf,
} from './state.ts'

/** Where an event stands, as far as a state needs it. */
export interface Position {
  seq: number
  at: number
}

export function evolveMeeting(state: MeetingState, event: MeetingEvent, { at }: Position): MeetingState {
  switch (event.type) {
    case 'meeting.created':
      return {
        ...state,
        meetingId: event.meetingId,
        template: event.template,
        languages: event.languages,
        timezone: event.timezone,
        startsOn: event.startsOn,
        endsOn: event.endsOn,
        titleId: event.titleId,
        placeId: event.placeId ?? null,
      }
    case 'meeting.opened':
      return { ...state, status: 'live' }
    case 'meeting.closed':
      return { ...state, status: 'closed' }
    case 'meeting.policiesSet':
      return { ...state, policies: event.policies }
    case 'meeting.recordSet':
      return { ...state, record: event.record }
    case 'meeting.contributed':
      return { ...state, hasContributions: true }
    case 'participant.joined':
      return {
        ...state,
        members: {
          ...state.members,
          [event.participantId]: { role: event.role, function: event.function ?? null },
        },
      }
    case 'participant.removed': {
      const { [event.participantId]: _gone, ...members } = state.members
      return { ...state, members, removed: { ...state.removed, [event.participantId]: true } }
    }
    case 'participant.roleSet': {
      const member = state.members[event.participantId]
      if (!member) return state
      return { ...state, members: { ...state.members, [event.participantId]: { ...member, role: event.role } } }
    }
    case 'room.created':
      return {
        ...state,
        rooms: { ...state.rooms, [event.roomId]: { kind: event.kind } },
        plenaryId: event.kind === 'plenary' ? event.roomId : state.plenaryId,
      }
    case 'agenda.set': {
      const stays = event.items.some((item) => item.itemId === state.currentItemId)
      return { ...state, agenda: event.items, currentItemId: stays ? state.currentItemId : null }
    }
    case 'agenda.advanced':
      return { ...state, currentItemId: event.itemId }
    case 'case.created':
      return {
        ...state,
        hasContributions: true,
        cases: {
          ...state.cases,
          [event.caseId]: {
            roomId: event.roomId,
            titleId: event.titleId,
            ownerId: event.ownerId,
            marking: event.marking,
            hasDefaultMarking: true,
            clearance: 'no',
            digest: 'no',
            isAnonymized: false,
            clearedById: null,
            clearedAt: null,
            stage: null,
            presenterId: null,
            attachments: [],
          },
        },
      }
    case 'case.marked':
      return withCase(state, event.caseId, { marking: event.marking, hasDefaultMarking: false })
    case 'case.cleared':
      return withCase(state, event.caseId, {
        clearance: event.clearance,
        digest: event.digest ?? 'no',
        isAnonymized: event.isAnonymized ?? false,
        clearedById: event.clearedById ?? null,
        clearedAt: at,
      })
    case 'case.staged':
      return withCase(state, event.caseId, {
        stage: event.stage,
        ...(event.marking ? { marking: event.marking } : {}),
      })
    case 'case.presenterSet':
      return withCase(state, event.caseId, { presenterId: event.presenterId })
    case 'attachment.added': {
      const { caseId, attachmentId, nameId, mediaType, bytes, addedById } = event
      const added = { attachmentId, nameId, mediaType, bytes, addedById, addedAt: at }
      return withCase(state, caseId, { attachments: [...attachmentsOf(state, caseId), added] })
    }
    case 'attachment.removed': {
      const { caseId, attachmentId } = event
      const kept = attachmentsOf(state, caseId).filter((held) => held.attachmentId !== attachmentId)
      return withCase(state, caseId, { attachments: kept })
    }
    case 'board.created':
      return {
        ...state,
        boards: {
          ...state.boards,
          [event.boardId]: { roomId: event.roomId, titleId: event.titleId, columns: event.columns, cardMarks: {} },
        },
      }
    case 'card.marked':
      return withCardMark(state, event)
    case 'document.locked':
      return { ...state, locked: { ...state.locked, [event.document]: true } }
    case 'document.unlocked': {
      const { [event.document]: _open, ...locked } = state.locked
      return { ...state, locked }
    }
    default:
      return state
  }
}

function withCase(state: MeetingState, caseId: CaseId, change: Partial<CaseEntry>): MeetingState {
  const entry = state.cases[caseId]
  if (!entry) return state
  return { ...state, cases: { ...state.cases, [caseId]: { ...entry, ...change } } }
}

function withCardMark(
  state: MeetingState,
  { boardId, cardId, marking }: Extract<MeetingEvent, { type: 'card.marked' }>,
): MeetingState {
  const board = state.boards[boardId]
  if (!board) return state
  const { [cardId]: _before, ...others } = board.cardMarks
  const cardMarks = marking === null ? others : { ...others, [cardId]: marking }
  return { ...state, boards: { ...state.boards, [boardId]: { ...board, cardMarks } } }
}

function attachmentsOf(state: MeetingState, caseId: CaseId): AttachmentEntry[] {
  return state.cases[caseId]?.attachments ?? []
}

export function evolveRoom(state: RoomState, event: RoomEvent, position: Position): RoomState {
  switch (event.type) {
    case 'message.posted': {
      const { messageId, authorId, contentId } = event
      const entry = { messageId, authorId, contentId, seq: position.seq, at: position.at }
      return {
        messages: [...state.messages, entry].slice(-limits.snapshotMessages),
        messageCount: state.messageCount + 1,
      }
    }
    default:
      return state
  }
}

export function evolveModerators(state: ModeratorsState, event: ModeratorsEvent, position: Position): ModeratorsState {
  switch (event.type) {
    case 'code.issued':
      return { ...state, code: event.code }
    case 'lobby.entered':
      return { ...state, lobby: [...state.lobby, { participantId: event.participantId, since: position.at }] }
    case 'lobby.left':
      return { ...state, lobby: state.lobby.filter((waiting) => waiting.participantId !== event.participantId) }
    case 'invitation.created':
      return {
        ...state,
        invitations: {
          ...state.invitations,
          [event.invitationId]: { role: event.role, function: event.function ?? null },
        },
      }
    case 'deposit.received': {
      const { depositId, document, participantId } = event
      return { ...state, deposits: { ...state.deposits, [depositId]: { document, participantId, at: position.at } } }
    }
    case 'deposit.accepted':
    case 'deposit.declined': {
      const { [event.depositId]: _decided, ...deposits } = state.deposits
      return { ...state, deposits }
    }
    case 'document.filled':
      return { ...state, filled: { ...state.filled, [event.document]: true } }
    default:
      return state
  }
}

export function evolvePerson(state: PersonState, event: PersonEvent): PersonState {
  switch (event.type) {
    case 'seat.waiting':
      return { ...state, status: 'waiting', meetingId: event.meetingId, role: null }
    case 'seat.admitted':
      return { ...state, status: 'admitted', meetingId: event.meetingId, role: event.role }
    case 'seat.removed':
      return { ...state, status: 'removed', meetingId: event.meetingId, role: null }
    case 'seat.roleSet':
      return { ...state, role: event.role }
    case 'words.deposited': {
      const { depositId, document } = event
      const own = [...state.deposits, { depositId, document, outcome: 'waiting' as const }]
      return { ...state, deposits: own.slice(-limits.depositsPerPerson) }
    }
    case 'words.accepted':
    case 'words.declined': {
      const outcome = event.type === 'words.accepted' ? 'accepted' : 'declined'
      const decided = (own: OwnDeposit) => (own.depositId === event.depositId ? { ...own, outcome } : own)
      return { ...state, deposits: state.deposits.map(decided) } as PersonState
    }
    default:
      return state
  }
}

/** Folds an event into the state of its stream. An event of an unknown type (a newer server's) changes nothing. */
export function evolve<K extends StreamKind>(
  kind: K,
  state: StateOf[K],
  event: DomainEvent,
  position: Position,
): StateOf[K] {
  const folds: { [S in StreamKind]: (state: StateOf[S], event: DomainEvent, position: Position) => StateOf[S] } = {
    meeting: (meeting, any, position) => evolveMeeting(meeting, any as MeetingEvent, position),
    room: (room, any, at) => evolveRoom(room, any as RoomEvent, at),
    moderators: (moderators, any, at) => evolveModerators(moderators, any as ModeratorsEvent, at),
    person: (person, any) => evolvePerson(person, any as PersonEvent),
  }
  return folds[kind](state, event, position)
}

/** The content a state speaks of: what a snapshot must carry, and all that memory has to hold. */
export function contentIdsOf<K extends StreamKind>(kind: K, state: StateOf[K]): ContentId[] {
  if (kind === 'meeting') {
    const meeting = state as MeetingState
    const { record } = meeting
    const ofRecord = record
      ? [record.partnersId, record.implementersId, record.donorsId, record.budgetId, record.contactId, record.venueId]
      : []
    const ofCases = Object.values(meeting.cases).flatMap(({ clearedById, attachments }) => [
      clearedById,
      ...attachments.map(({ nameId }) => nameId),
    ])
    const titles = [...meeting.agenda, ...Object.values(meeting.cases), ...Object.values(meeting.boards)]
    const single = [meeting.titleId, meeting.placeId, ...ofRecord, ...ofCases]
    return [...single.filter((id) => id !== null && id !== undefined), ...titles.map((entry) => entry.titleId)]
  }
  return kind === 'room' ? (state as RoomState).messages.map((message) => message.contentId) : []
}

/** The people whom the state of a meeting or of a room names. */
export function participantIdsOf<K extends 'meeting' | 'room'>(kind: K, state: StateOf[K]): ParticipantId[] {
  if (kind === 'room') return (state as RoomState).messages.map((message) => message.authorId)
  const { members, cases } = state as MeetingState
  // A case keeps its owner, and a file whoever added it, also when they are in no more.
  const ofCases = Object.values(cases).flatMap(({ ownerId, attachments }) => [
    ownerId,
    ...attachments.map(({ addedById }) => addedById),
  ])
  return [...new Set([...(Object.keys(members) as ParticipantId[]), ...ofCases])]
}
