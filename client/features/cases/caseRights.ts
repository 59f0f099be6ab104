/** What a person may decide about a case: asked of the same function that decides on the server. */
import type { Command } from '../../../shared/contracts/commands.ts'
import type { CaseId, ParticipantId } from '../../../shared/contracts/ids.ts'
import { type Clearance, type Marking, markings } from '../../../shared/contracts/terms.ts'
import { decide } from '../../../shared/proceedings/decide.ts'
import { initialState } from '../../../shared/proceedings/state.ts'
import { newId } from '../../lib/ids.ts'
import { type MeetingSnapshot, roleOf } from '../../session/meetingSnapshot.ts'

/** The marks that the person may set now. */
export function settableMarkings(snapshot: MeetingSnapshot, seat: ParticipantId, caseId: CaseId): readonly Marking[] {
  return markings.filter((marking) => isAccepted(snapshot, seat, { type: 'case.setMarking', caseId, marking }))
}

/** Whether the person may clear the case for the report, and so is its owner. */
export function mayClear(snapshot: MeetingSnapshot, seat: ParticipantId, caseId: CaseId): boolean {
  const present: Clearance = snapshot.meeting?.cases[caseId]?.clearance ?? 'no'
  const other: Clearance = present === 'no' ? 'anonymized' : 'no'
  return isAccepted(snapshot, seat, { type: 'case.setClearance', caseId, clearance: other })
}

function isAccepted(snapshot: MeetingSnapshot, seat: ParticipantId, command: Command): boolean {
  const { meeting, moderators } = snapshot
  if (meeting === null) return false
  // What was said in the rooms decides nothing about a case.
  const proceedings = { meeting, moderators: moderators ?? initialState.moderators, hasMessages: false }
  const actor = { participantId: seat, role: roleOf(snapshot, seat) }
  const ids = { next: <T extends string>() => newId() as T }
  return decide(proceedings, command, actor, ids).ok
}
