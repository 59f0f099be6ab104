/** What a person may decide about a case: asked of the same function that decides on the server. */
import type { AttachmentId, CaseId, ParticipantId } from '../../../shared/contracts/ids.ts'
import { type Clearance, type Marking, markings } from '../../../shared/contracts/terms.ts'
import { termsOf } from '../../../shared/vocabulary/vocabulary.ts'
import type { MeetingSnapshot } from '../../session/meetingSnapshot.ts'
import { isAccepted } from '../../session/rights.ts'

/** The list that stages come from. */
const stages = 'proceduralStages'

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

/** Whether the person may say at which stage the case is. */
export function maySetStage(snapshot: MeetingSnapshot, seat: ParticipantId, caseId: CaseId): boolean {
  const present = snapshot.meeting?.cases[caseId]?.stage ?? null
  const other = termsOf(stages).find(({ id }) => id !== present)
  return other !== undefined && isAccepted(snapshot, seat, { type: 'case.setStage', caseId, stage: other.id })
}

/** Whether the person may take a file back. */
export function mayRemoveFile(
  snapshot: MeetingSnapshot,
  seat: ParticipantId,
  caseId: CaseId,
  attachmentId: AttachmentId,
): boolean {
  return isAccepted(snapshot, seat, { type: 'attachment.remove', caseId, attachmentId })
}

/** Whether the person may say who presents the case. */
export function maySetPresenter(snapshot: MeetingSnapshot, seat: ParticipantId, caseId: CaseId): boolean {
  const present = snapshot.meeting?.cases[caseId]?.presenterId ?? null
  const participantId = present === null ? seat : null
  return isAccepted(snapshot, seat, { type: 'case.setPresenter', caseId, participantId })
}
