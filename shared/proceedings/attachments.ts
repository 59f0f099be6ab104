/**
 * Files of a case: their adding and removal. A file itself is never seen here, only what it is: the server has looked at
 * its bytes before. Whoever added one takes it back, and so do moderators, after the meeting too: that is when somebody
 * notices what should not have been shared.
 */
import type { AttachmentMediaType } from '../contracts/attachmentKinds.ts'
import type { CommandOf } from '../contracts/commands.ts'
import type { AttachmentId, CaseId } from '../contracts/ids.ts'
import { limits } from '../contracts/limits.ts'
import { type Actor, type Decision, Draft, type Ids, type Proceedings, refuse } from './decision.ts'
import { judge, moderators } from './policy.ts'
import type { MeetingState } from './state.ts'

export interface NewAttachment {
  caseId: CaseId
  name: string
  mediaType: AttachmentMediaType
  bytes: number
}

/** No command: it comes with the file, by an upload. */
export function decideAttachmentAdd(
  { meeting }: Proceedings,
  { caseId, name, mediaType, bytes }: NewAttachment,
  actor: Actor,
  ids: Ids,
): Decision {
  const verdict = judge('attachment.add', actor.role, meeting.status)
  if (verdict === 'forbidden') return refuse('forbidden', 'Your role in this meeting does not include this.')
  if (verdict === 'not-now') return refuse('not-now', 'The meeting is closed: files can be read, and none is added.')
  const entry = meeting.cases[caseId]
  if (!entry) return refuse('not-found', 'This case does not exist.')
  if (entry.attachments.length >= limits.attachmentsPerCase) {
    return refuse('not-now', `A case holds at most ${limits.attachmentsPerCase} files: remove one first.`)
  }
  if (attachedBytes(meeting) + bytes > limits.attachmentBytesPerMeeting) {
    return refuse('not-now', 'The files of this meeting fill the space there is for them: remove some first.')
  }
  const draft = new Draft(meeting, ids)
  return draft
    .toMeeting({
      type: 'attachment.added',
      caseId,
      attachmentId: draft.id<AttachmentId>(),
      nameId: draft.text(name),
      mediaType,
      bytes,
      addedById: actor.participantId,
    })
    .accepted()
}

export function decideAttachmentRemove(
  { meeting }: Proceedings,
  { caseId, attachmentId }: CommandOf<'attachment.remove'>,
  actor: Actor,
  draft: Draft,
): Decision {
  const attachment = meeting.cases[caseId]?.attachments.find((held) => held.attachmentId === attachmentId)
  if (!attachment) return refuse('not-found', 'This case has no such file.')
  const moderates = actor.role !== null && moderators.includes(actor.role)
  if (attachment.addedById !== actor.participantId && !moderates) {
    return refuse('forbidden', 'Only the person who added the file and the moderators remove it.')
  }
  return draft.toMeeting({ type: 'attachment.removed', caseId, attachmentId }).accepted()
}

/** What all files of a meeting weigh together. */
function attachedBytes({ cases }: MeetingState): number {
  const held = Object.values(cases).flatMap(({ attachments }) => attachments)
  return held.reduce((sum, { bytes }) => sum + bytes, 0)
}
