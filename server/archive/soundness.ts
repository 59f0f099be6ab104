/**
 * Whether the parts of an archive make one whole meeting: streams without holes that are its own, people and documents
 * that its events speak of. What passes can be loaded like any meeting of this instance.
 */
import type { ParticipantId, StreamName } from '../../shared/contracts/ids.ts'
import { streams } from '../../shared/contracts/ids.ts'
import type { MeetingState } from '../../shared/proceedings/state.ts'
import type { ArchivedMeeting } from './archivedMeeting.ts'
import { requireDocuments } from './documentSoundness.ts'
import { foldedArchive } from './foldedArchive.ts'
import type { DocumentForms } from './ports.ts'
import { unsound } from './unsound.ts'

/** Throws the problem that names what does not fit. */
export async function requireSound(archived: ArchivedMeeting, forms: DocumentForms): Promise<void> {
  const { meeting, moderators } = foldedArchive(archived)
  requireUnique(archived)
  requireOwnStreams(archived, meeting)
  requirePeople(archived, meeting)
  requireAttachments(archived, meeting)
  await requireDocuments(archived, moderators, forms)
}

function requireUnique({
  participants,
  content,
  invitations,
  attendance,
  documents,
  snapshots,
  versions,
  deposits,
}: ArchivedMeeting): void {
  const ids = [
    participants.map(({ participantId }) => participantId),
    content.map(({ contentId }) => contentId),
    invitations.map(({ invitationId }) => invitationId),
    attendance.map(({ participantId, day }) => `${day} ${participantId}`),
    documents.map(({ document }) => document),
    snapshots.map(({ document }) => document),
    versions.map(({ versionId }) => versionId),
    deposits.map(({ depositId }) => depositId),
  ]
  if (ids.some((list) => new Set<string>(list).size !== list.length)) throw unsound('an id occurs twice')
}

function requireOwnStreams({ meeting, events, participants }: ArchivedMeeting, { rooms }: MeetingState): void {
  const own = new Set<StreamName>([
    streams.meeting(meeting.meetingId),
    streams.moderators(meeting.meetingId),
    ...(Object.keys(rooms) as Parameters<typeof streams.room>[0][]).map(streams.room),
    ...participants.map(({ participantId }) => streams.person(participantId)),
  ])
  const foreign = events.find(
    (event) => !own.has(event.stream) || ('meetingId' in event && event.meetingId !== meeting.meetingId),
  )
  if (foreign) throw unsound(`event ${foreign.seq} of ${foreign.stream} is not one of this meeting`)
}

function requirePeople({ events, participants, attendance }: ArchivedMeeting, { members }: MeetingState): void {
  const known = new Set<ParticipantId>(participants.map(({ participantId }) => participantId))
  if (attendance.some(({ participantId }) => !known.has(participantId)))
    throw unsound('somebody was there without a name')
  const missing = events.some(
    (event) =>
      (event.type === 'participant.joined' || event.type === 'lobby.entered') && !known.has(event.participantId),
  )
  if (missing) throw unsound('somebody who came in has no name')
  if (!Object.values(members).some(({ role }) => role === 'organizer')) throw unsound('it has no organizer')
}

function requireAttachments({ attachments }: ArchivedMeeting, { cases }: MeetingState): void {
  const arrived = new Map(attachments.map(({ attachmentId, bytes }) => [attachmentId, bytes.length]))
  const held = Object.values(cases).flatMap((entry) => entry.attachments)
  const fits = held.every(({ attachmentId, bytes }) => arrived.get(attachmentId) === bytes)
  if (!fits || held.length !== attachments.length) throw unsound('its files are not those that its cases have')
}
