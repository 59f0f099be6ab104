/** What a MeetingSession knows at one moment, and what can be read from it. Plain data; a moment never changes. */
import type { ContentText, PersonCard } from '../../shared/contracts/events.ts'
import type { ParticipantId, RoomId } from '../../shared/contracts/ids.ts'
import type { Role } from '../../shared/contracts/terms.ts'
import { type Action, judge, type Verdict } from '../../shared/proceedings/policy.ts'
import {
  initialState,
  type MeetingState,
  type ModeratorsState,
  type PersonState,
} from '../../shared/proceedings/state.ts'
import type { MessageLog } from './messageLog.ts'

/**
 * `turnedAway` at the door, `removed` from the meeting, or `refused`: the server does not know this seat (any more).
 */
export type Ending = 'turnedAway' | 'removed' | 'refused'

export type Connection =
  | { status: 'connecting' }
  | { status: 'live' }
  | { status: 'reconnecting' }
  | { status: 'ended'; reason: Ending }

export interface MeetingSnapshot {
  connection: Connection
  /** Something from the server could not be read: what is shown may be incomplete. */
  isDamaged: boolean
  person: PersonState
  /** Null for who is not in, and before the first snapshot. */
  meeting: MeetingState | null
  /** Null for everybody but moderators. */
  moderators: ModeratorsState | null
  logs: Readonly<Record<RoomId, MessageLog>>
  content: Readonly<Record<string, ContentText>>
  people: Readonly<Record<string, PersonCard>>
  /** Ids of the people who are connected now. */
  online: ReadonlySet<string>
  /** For who waits in the lobby: how many came before. */
  lobbyAhead: number | null
}

export const initialSnapshot: MeetingSnapshot = {
  connection: { status: 'connecting' },
  isDamaged: false,
  person: initialState.person,
  meeting: null,
  moderators: null,
  logs: {},
  content: {},
  people: {},
  online: new Set(),
  lobbyAhead: null,
}

/** The role that a person has now; null for who is not in. */
export function roleOf(snapshot: MeetingSnapshot, participantId: ParticipantId): Role | null {
  return snapshot.meeting?.members[participantId]?.role ?? null
}

/** What the server would say to an action of this person: the same table decides there. */
export function verdictOn(snapshot: MeetingSnapshot, participantId: ParticipantId, action: Action): Verdict {
  if (!snapshot.meeting) return 'forbidden'
  return judge(action, roleOf(snapshot, participantId), snapshot.meeting.status)
}
