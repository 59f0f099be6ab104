/**
 * The one policy table: role × action × state of the meeting. Every route, command, stream, document and export asks
 * it, on the server to decide and on the client to grey out. It is data; the matrix that tests it is written by hand
 * in tests/access. A person who waits in the lobby, was removed or is a stranger has no role and so no right here:
 * their own `person/` stream is all that they may read.
 */
import type { CommandType } from '../contracts/commands.ts'
import type { MeetingStatus, Role } from '../contracts/terms.ts'

export type Action =
  | CommandType
  | 'attachment.add'
  | 'invitation.create'
  | 'meeting.read'
  | 'moderators.read'
  | 'document.read'
  | 'document.write'
  | 'export.report'
  | 'export.archive'

interface Rule {
  roles: readonly Role[]
  states: readonly MeetingStatus[]
}

const everyone: readonly Role[] = ['organizer', 'facilitator', 'rapporteur', 'participant', 'observer']
const writers: readonly Role[] = ['organizer', 'facilitator', 'rapporteur', 'participant']
const desk: readonly Role[] = ['organizer', 'facilitator', 'rapporteur']
export const moderators: readonly Role[] = ['organizer', 'facilitator']

/** Whether a role leads the meeting; nobody's does not. */
export function moderates(role: Role | null): boolean {
  return role !== null && moderators.includes(role)
}

const always: readonly MeetingStatus[] = ['draft', 'live', 'closed']
/** A draft is the same meeting before its day: prepared, rehearsed, cases written in advance. */
const whileOpen: readonly MeetingStatus[] = ['draft', 'live']

export const policy: Record<Action, Rule> = {
  'meeting.read': { roles: everyone, states: always },
  'moderators.read': { roles: moderators, states: always },
  'document.read': { roles: everyone, states: always },
  'document.write': { roles: writers, states: whileOpen },
  'export.report': { roles: desk, states: always },
  /** Everything, names and uncleared cases too: for whoever answers for the meeting. */
  'export.archive': { roles: ['organizer'], states: always },
  'invitation.create': { roles: moderators, states: whileOpen },
  'meeting.open': { roles: moderators, states: ['draft', 'closed'] },
  'meeting.close': { roles: moderators, states: ['live'] },
  'meeting.setPolicies': { roles: ['organizer'], states: always },
  'meeting.setRecord': { roles: desk, states: always },
  'participant.admit': { roles: moderators, states: always },
  'participant.remove': { roles: moderators, states: always },
  'participant.setRole': { roles: ['organizer'], states: always },
  'agenda.set': { roles: moderators, states: whileOpen },
  'agenda.advance': { roles: moderators, states: whileOpen },
  'case.create': { roles: writers, states: whileOpen },
  'case.setMarking': { roles: writers, states: always },
  'case.setClearance': { roles: writers, states: always },
  'case.setStage': { roles: writers, states: always },
  'case.setPresenter': { roles: writers, states: whileOpen },
  'attachment.add': { roles: writers, states: whileOpen },
  /** Taken back at any time, by whoever added it or a moderator. */
  'attachment.remove': { roles: writers, states: always },
  'board.create': { roles: moderators, states: whileOpen },
  /** As a case's: what must not be printed is also found out afterwards. */
  'card.setMarking': { roles: writers, states: always },
  'document.lock': { roles: moderators, states: whileOpen },
  'document.unlock': { roles: moderators, states: whileOpen },
  'deposit.accept': { roles: moderators, states: always },
  'deposit.decline': { roles: moderators, states: always },
  'message.post': { roles: writers, states: whileOpen },
}

export type Verdict = 'allowed' | 'forbidden' | 'not-now'

/** `forbidden`: not for this role, whatever the moment. `not-now`: the role may, but not in this state. */
export function judge(action: Action, role: Role | null, status: MeetingStatus): Verdict {
  const rule = policy[action]
  if (role === null || !rule.roles.includes(role)) return 'forbidden'
  return rule.states.includes(status) ? 'allowed' : 'not-now'
}

export type DocumentAccess = 'write' | 'read' | 'none'

export function documentAccess(role: Role | null, status: MeetingStatus): DocumentAccess {
  if (judge('document.write', role, status) === 'allowed') return 'write'
  return judge('document.read', role, status) === 'allowed' ? 'read' : 'none'
}
