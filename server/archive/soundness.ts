/**
 * Whether the parts of an archive make one whole meeting: streams without holes that are its own, people and documents
 * that its events speak of, updates that Yjs can read. What passes can be loaded like any meeting of this instance.
 */
import * as Y from 'yjs'
import { meetingEvent, moderatorsEvent, personEvent, roomEvent } from '../../shared/contracts/events.ts'
import type { DocumentName, ParticipantId, StreamKind, StreamName } from '../../shared/contracts/ids.ts'
import { streamKindOf, streams } from '../../shared/contracts/ids.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import { evolve } from '../../shared/proceedings/evolve.ts'
import { initialState, type MeetingState, type StateOf } from '../../shared/proceedings/state.ts'
import type { ArchivedEvent, ArchivedMeeting } from './archivedMeeting.ts'

/** Throws the problem that names what does not fit. */
export function requireSound(archived: ArchivedMeeting): void {
  const meeting = foldedMeeting(archived)
  requireUnique(archived)
  requireOwnStreams(archived, meeting)
  requirePeople(archived, meeting)
  requireDocuments(archived)
  requireAttachments(archived, meeting)
}

/** The state of the meeting after all that is in its archive. */
export function foldedMeeting({ meeting, events }: ArchivedMeeting): MeetingState {
  const folded = new Map<StreamName, { seq: number; state: StateOf[StreamKind] }>()
  for (const event of events) {
    const { stream, seq } = event
    const kind = streamKindOf(stream)
    const before = folded.get(stream) ?? { seq: 0, state: initialState[kind] }
    if (seq !== before.seq + 1) throw unsound(`the stream ${stream} has a hole before event ${seq}`)
    folded.set(stream, { seq, state: evolved(kind, before.state, event) })
  }
  const state = folded.get(streams.meeting(meeting.meetingId))?.state as MeetingState | undefined
  if (!state || state.meetingId !== meeting.meetingId || state.plenaryId === null) {
    throw unsound('it does not say how the meeting began')
  }
  return state
}

function evolved(kind: StreamKind, state: StateOf[StreamKind], event: ArchivedEvent): StateOf[StreamKind] {
  const isAtHome = eventsOf[kind].options.some(({ shape }) => shape.type.value === event.type)
  if (!isAtHome) throw unsound(`event ${event.seq} of ${event.stream} does not belong there`)
  return evolve(kind, state, event, event)
}

const eventsOf = { meeting: meetingEvent, room: roomEvent, moderators: moderatorsEvent, person: personEvent }

function requireUnique({
  participants,
  content,
  invitations,
  attendance,
  documents,
  snapshots,
}: ArchivedMeeting): void {
  const ids = [
    participants.map(({ participantId }) => participantId),
    content.map(({ contentId }) => contentId),
    invitations.map(({ invitationId }) => invitationId),
    attendance.map(({ participantId, day }) => `${day} ${participantId}`),
    documents.map(({ document }) => document),
    snapshots.map(({ document }) => document),
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

function requireDocuments({ events, documents, snapshots, updates }: ArchivedMeeting): void {
  const named = new Set<DocumentName>(documents.map(({ document }) => document))
  const created = new Set(events.flatMap(documentsOf))
  const foreign = [...named].some((name) => !created.has(name))
  if (foreign || named.size !== created.size) throw unsound('its documents are not those that its events created')
  for (const { document, bytes } of [...snapshots, ...updates]) {
    if (!named.has(document)) throw unsound(`${document} is not one of its documents`)
    requireUpdate(document, bytes)
  }
}

function requireAttachments({ attachments }: ArchivedMeeting, { cases }: MeetingState): void {
  const arrived = new Map(attachments.map(({ attachmentId, bytes }) => [attachmentId, bytes.length]))
  const held = Object.values(cases).flatMap((entry) => entry.attachments)
  const fits = held.every(({ attachmentId, bytes }) => arrived.get(attachmentId) === bytes)
  if (!fits || held.length !== attachments.length) throw unsound('its files are not those that its cases have')
}

function documentsOf(event: ArchivedEvent): DocumentName[] {
  if (event.type === 'case.created') return [`case/${event.caseId}`]
  return event.type === 'board.created' ? [`board/${event.boardId}`] : []
}

/** A document that cannot be applied would never open again. */
function requireUpdate(document: DocumentName, bytes: Uint8Array): void {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, bytes)
  } catch {
    throw unsound(`a part of ${document} cannot be read`)
  } finally {
    doc.destroy()
  }
}

function unsound(reason: string): ProblemError {
  const detail = `The archive is not whole: ${reason}. Export the meeting again and send that file unchanged.`
  return new ProblemError('invalid-request', detail)
}
