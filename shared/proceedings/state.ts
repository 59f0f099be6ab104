/**
 * The folded state of the four kinds of stream and `evolve`, which folds one event into it. Pure: the server decides
 * on these states, the client draws them, both from the same events. State is bounded: of a room's messages only the
 * latest are held. `evolve` never changes its argument, so a reader may keep what it was given.
 */

import type {
  AgendaItem,
  DomainEvent,
  MeetingEvent,
  ModeratorsEvent,
  PersonEvent,
  RoomEvent,
} from '../contracts/events.ts'
import type {
  AgendaItemId,
  BoardId,
  CaseId,
  ContentId,
  InvitationId,
  MeetingId,
  MessageId,
  ParticipantId,
  RoomId,
  StreamKind,
} from '../contracts/ids.ts'
import { limits } from '../contracts/limits.ts'
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

export interface CaseEntry {
  roomId: RoomId
  titleId: ContentId
  ownerId: ParticipantId
  marking: Marking
  clearance: Clearance
}

export interface BoardEntry {
  roomId: RoomId
  titleId: ContentId
  columns: CardKind[]
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
  plenaryId: RoomId | null
  members: Record<ParticipantId, Member>
  /** Who was removed: their links and sessions stay closed. */
  removed: Record<ParticipantId, true>
  rooms: Record<RoomId, { kind: 'plenary' }>
  agenda: AgendaItem[]
  currentItemId: AgendaItemId | null
  cases: Record<CaseId, CaseEntry>
  boards: Record<BoardId, BoardEntry>
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

export interface ModeratorsState {
  code: string | null
  /** Who waits in the lobby, first come first. */
  lobby: { participantId: ParticipantId; since: number }[]
  invitations: Record<InvitationId, Member>
}

export interface PersonState {
  status: 'unknown' | 'waiting' | 'admitted' | 'removed'
  meetingId: MeetingId | null
  role: Role | null
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
    plenaryId: null,
    members: {},
    removed: {},
    rooms: {},
    agenda: [],
    currentItemId: null,
    cases: {},
    boards: {},
  },
  room: { messages: [], messageCount: 0 },
  moderators: { code: null, lobby: [], invitations: {} },
  person: { status: 'unknown', meetingId: null, role: null },
}

/** Where an event stands, as far as a state needs it. */
export interface Position {
  seq: number
  at: number
}

export function evolveMeeting(state: MeetingState, event: MeetingEvent): MeetingState {
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
        cases: {
          ...state.cases,
          [event.caseId]: {
            roomId: event.roomId,
            titleId: event.titleId,
            ownerId: event.ownerId,
            marking: event.marking,
            clearance: 'no',
          },
        },
      }
    case 'case.marked':
      return withCase(state, event.caseId, { marking: event.marking })
    case 'case.cleared':
      return withCase(state, event.caseId, { clearance: event.clearance })
    case 'board.created':
      return {
        ...state,
        boards: {
          ...state.boards,
          [event.boardId]: { roomId: event.roomId, titleId: event.titleId, columns: event.columns },
        },
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
    default:
      return state
  }
}

export function evolvePerson(state: PersonState, event: PersonEvent): PersonState {
  switch (event.type) {
    case 'seat.waiting':
      return { status: 'waiting', meetingId: event.meetingId, role: null }
    case 'seat.admitted':
      return { status: 'admitted', meetingId: event.meetingId, role: event.role }
    case 'seat.removed':
      return { status: 'removed', meetingId: event.meetingId, role: null }
    case 'seat.roleSet':
      return { ...state, role: event.role }
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
    meeting: (meeting, any) => evolveMeeting(meeting, any as MeetingEvent),
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
    const titles = [meeting.titleId, meeting.placeId].filter((id) => id !== null)
    const rest = [...meeting.agenda, ...Object.values(meeting.cases), ...Object.values(meeting.boards)]
    return [...titles, ...rest.map((entry) => entry.titleId)]
  }
  return kind === 'room' ? (state as RoomState).messages.map((message) => message.contentId) : []
}

/** The people a state names. */
export function participantIdsOf<K extends StreamKind>(kind: K, state: StateOf[K]): ParticipantId[] {
  switch (kind) {
    case 'meeting': {
      const { members, cases } = state as MeetingState
      // A case keeps its owner, also when they are in no more.
      const owners = Object.values(cases).map(({ ownerId }) => ownerId)
      return [...new Set([...(Object.keys(members) as ParticipantId[]), ...owners])]
    }
    case 'room':
      return (state as RoomState).messages.map((message) => message.authorId)
    case 'moderators':
      return (state as ModeratorsState).lobby.map((waiting) => waiting.participantId)
    default:
      return []
  }
}
