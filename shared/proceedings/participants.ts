/** Who is in: the lobby, admission, removal and roles, and the entry of a person by link or by code. */
import type { CommandOf } from '../contracts/commands.ts'
import { type InvitationId, type ParticipantId, streams } from '../contracts/ids.ts'
import { limits } from '../contracts/limits.ts'
import type { ParticipantFunction, Role } from '../contracts/terms.ts'
import { type Actor, type Decision, Draft, type Ids, type Proceedings, refuse } from './decision.ts'
import { judge } from './policy.ts'
import type { MeetingState } from './state.ts'

export type Standing = 'member' | 'waiting' | 'removed' | 'stranger'

export function standingOf({ meeting, moderators }: Proceedings, participantId: ParticipantId): Standing {
  if (meeting.removed[participantId]) return 'removed'
  if (meeting.members[participantId]) return 'member'
  return moderators.lobby.some((waiting) => waiting.participantId === participantId) ? 'waiting' : 'stranger'
}

const full = refuse('not-now', `This meeting is full: it holds ${limits.participantsPerMeeting} people.`)

function isFull({ members }: MeetingState, expected = 0): boolean {
  return Object.keys(members).length + expected >= limits.participantsPerMeeting
}

export function decideAdmit(
  proceedings: Proceedings,
  { participantId }: CommandOf<'participant.admit'>,
  draft: Draft,
): Decision {
  const standing = standingOf(proceedings, participantId)
  if (standing === 'member') return refuse('conflict', 'This person is already in the meeting.')
  if (standing !== 'waiting') return refuse('not-found', 'Nobody with this id is waiting.')
  if (isFull(proceedings.meeting)) return full
  draft.toModerators({ type: 'lobby.left', participantId })
  return enter(proceedings.meeting, { participantId, role: 'participant' }, draft)
}

export function decideRemove(
  proceedings: Proceedings,
  { participantId }: CommandOf<'participant.remove'>,
  actor: Actor,
  draft: Draft,
): Decision {
  const { meeting } = proceedings
  const standing = standingOf(proceedings, participantId)
  if (standing === 'stranger') return refuse('not-found', 'Nobody with this id is in the meeting.')
  if (standing === 'removed') return refuse('conflict', 'This person was already removed.')
  if (actor.participantId === participantId) return refuse('not-now', 'You cannot remove yourself.')
  const role = meeting.members[participantId]?.role
  if (role === 'organizer' && actor.role !== 'organizer') {
    return refuse('forbidden', 'Only an organizer can remove an organizer.')
  }
  if (standing === 'waiting') draft.toModerators({ type: 'lobby.left', participantId })
  return draft
    .toMeeting({ type: 'participant.removed', participantId })
    .append(streams.person(participantId), { type: 'seat.removed', meetingId: idOf(meeting) })
    .accepted()
}

export function decideSetRole(
  { meeting }: Proceedings,
  { participantId, role }: CommandOf<'participant.setRole'>,
  draft: Draft,
): Decision {
  const member = meeting.members[participantId]
  if (!member) return refuse('not-found', 'Nobody with this id is in the meeting.')
  if (member.role === role) return refuse('conflict', 'This person already has this role.')
  const organizers = Object.values(meeting.members).filter((other) => other.role === 'organizer')
  if (member.role === 'organizer' && organizers.length === 1) {
    return refuse('not-now', 'A meeting keeps at least one organizer: name another one first.')
  }
  return draft
    .toMeeting({ type: 'participant.roleSet', participantId, role })
    .append(streams.person(participantId), { type: 'seat.roleSet', meetingId: idOf(meeting), role })
    .accepted()
}

export interface Entry {
  participantId: ParticipantId
  role: Role
  function?: ParticipantFunction | undefined
  /** By personal link straight in; by meeting code through the lobby. */
  by: 'link' | 'code'
}

/** A person comes to the door. Not a command of the interface: nobody is a participant before it. */
export function decideEntry(proceedings: Proceedings, entry: Entry, ids: Ids): Decision {
  const { meeting, moderators } = proceedings
  const { participantId } = entry
  // Whoever holds a link is expected: a lobby full of strangers does not keep them out.
  if (isFull(meeting, entry.by === 'code' ? moderators.lobby.length : 0)) return full
  if (standingOf(proceedings, participantId) !== 'stranger') {
    return refuse('conflict', 'This person has already come in.')
  }
  const draft = new Draft(meeting, ids)
  if (entry.by === 'link') {
    draft.toModerators({ type: 'roster.entered', participantId })
    return enter(meeting, entry, draft)
  }
  if (meeting.status === 'closed') return refuse('not-now', 'The meeting is closed: nobody new is let in.')
  return draft
    .toModerators({ type: 'lobby.entered', participantId })
    .append(streams.person(participantId), { type: 'seat.waiting', meetingId: idOf(meeting) })
    .accepted()
}

export interface Invited {
  invitationId: InvitationId
  role: Role
  function?: ParticipantFunction | undefined
}

/** Personal links. They are no command of their own either: their secrets are in the answer, not in an event. */
export function decideInvitations({ meeting }: Proceedings, invitations: Invited[], actor: Actor, ids: Ids): Decision {
  const verdict = judge('invitation.create', actor.role, meeting.status)
  if (verdict === 'forbidden') return refuse('forbidden', 'Only organizers and facilitators invite people.')
  if (verdict === 'not-now') return refuse('not-now', 'The meeting is closed: nobody new is let in.')
  if (actor.role !== 'organizer' && invitations.some((invited) => invited.role === 'organizer')) {
    return refuse('forbidden', 'Only an organizer can invite another organizer.')
  }
  const draft = new Draft(meeting, ids)
  for (const { invitationId, role, function: label } of invitations) {
    draft.toModerators({
      type: 'invitation.created',
      invitationId,
      role,
      ...(label ? { function: label } : {}),
    })
  }
  return draft.accepted()
}

function enter(
  meeting: MeetingState,
  entry: Pick<Entry, 'participantId' | 'role' | 'function'>,
  draft: Draft,
): Decision {
  const { participantId, role } = entry
  return draft
    .toMeeting({
      type: 'participant.joined',
      participantId,
      role,
      ...(entry.function ? { function: entry.function } : {}),
    })
    .append(streams.person(participantId), { type: 'seat.admitted', meetingId: idOf(meeting), role })
    .accepted()
}

function idOf(meeting: MeetingState) {
  if (meeting.meetingId === null) throw new Error('the meeting has no id yet')
  return meeting.meetingId
}
