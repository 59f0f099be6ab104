/** Documents as the proceedings see them: which there are, who may write in them now, and their locks. */
import type { CommandOf } from '../contracts/commands.ts'
import type { BoardId, CaseId, DocumentName } from '../contracts/ids.ts'
import type { Role } from '../contracts/terms.ts'
import { type Accepted, type Decision, Draft, type Ids, type Proceedings, refuse } from './decision.ts'
import { type DocumentAccess, documentAccess } from './policy.ts'
import type { MeetingState } from './state.ts'

export function documentExists({ cases, boards }: MeetingState, document: DocumentName): boolean {
  const [kind, id = ''] = document.split('/')
  return kind === 'case' ? Object.hasOwn(cases, id as CaseId) : Object.hasOwn(boards, id as BoardId)
}

/** What a role may do with a document now. A locked one is read by all who may read it and written by nobody. */
export function accessTo(
  { status, locked }: Pick<MeetingState, 'status' | 'locked'>,
  document: DocumentName,
  role: Role | null,
): DocumentAccess {
  const access = documentAccess(role, status)
  return access === 'write' && locked[document] ? 'read' : access
}

export function decideLock({ meeting }: Proceedings, command: CommandOf<'document.lock'>, draft: Draft): Decision {
  const { document } = command
  if (!documentExists(meeting, document)) return refuse('not-found', 'There is no such document.')
  if (meeting.locked[document]) return refuse('conflict', 'This document is already locked.')
  return draft.toMeeting({ type: 'document.locked', document }).accepted()
}

export function decideUnlock({ meeting }: Proceedings, command: CommandOf<'document.unlock'>, draft: Draft): Decision {
  const { document } = command
  if (!documentExists(meeting, document)) return refuse('not-found', 'There is no such document.')
  if (!meeting.locked[document]) return refuse('conflict', 'This document is not locked.')
  return draft.toMeeting({ type: 'document.unlocked', document }).accepted()
}

/** A document that has reached its size; null when the moderators know it already. */
export function decideFilled({ meeting, moderators }: Proceedings, document: DocumentName, ids: Ids): Accepted | null {
  if (!documentExists(meeting, document) || moderators.filled[document]) return null
  return new Draft(meeting, ids).toModerators({ type: 'document.filled', document }).accepted()
}
