/**
 * Branded identifiers and the names made of them: streams and documents. An id is 1 to 64 letters, digits, `-` or
 * `_`, so it is safe in a path, a file name and a log.
 */
import { z } from 'zod'

/** Folded states are plain objects with ids as keys: a name that every object has would be found in each of them. */
const inherited = Object.getOwnPropertyNames(Object.prototype).join('|')
const id = z.string().regex(new RegExp(`^(?!(?:${inherited})$)[A-Za-z0-9_-]{1,64}$`), 'not an id')

export const meetingId = id.brand<'MeetingId'>()
export type MeetingId = z.infer<typeof meetingId>
export const participantId = id.brand<'ParticipantId'>()
export type ParticipantId = z.infer<typeof participantId>
export const roomId = id.brand<'RoomId'>()
export type RoomId = z.infer<typeof roomId>
export const caseId = id.brand<'CaseId'>()
export type CaseId = z.infer<typeof caseId>
export const boardId = id.brand<'BoardId'>()
export type BoardId = z.infer<typeof boardId>
/** Whoever writes a board's document names its cards: a plain string there, and an id where a command speaks of one. */
export const cardId = id
export const messageId = id.brand<'MessageId'>()
export type MessageId = z.infer<typeof messageId>
export const agendaItemId = id.brand<'AgendaItemId'>()
export type AgendaItemId = z.infer<typeof agendaItemId>
export const invitationId = id.brand<'InvitationId'>()
export type InvitationId = z.infer<typeof invitationId>
export const attachmentId = id.brand<'AttachmentId'>()
export type AttachmentId = z.infer<typeof attachmentId>
export const depositId = id.brand<'DepositId'>()
export type DepositId = z.infer<typeof depositId>
export const versionId = id.brand<'VersionId'>()
export type VersionId = z.infer<typeof versionId>
/** Names a text in the `content` table: what people typed is joined to events, never held in them. */
export const contentId = id.brand<'ContentId'>()
export type ContentId = z.infer<typeof contentId>

export const streamKinds = ['meeting', 'room', 'moderators', 'person'] as const
export type StreamKind = (typeof streamKinds)[number]
export type StreamName = `${StreamKind}/${string}`
export const streamName = z.templateLiteral([z.enum(streamKinds), '/', id])

export type DocumentName = `case/${string}` | `board/${string}`
export const documentName = z.templateLiteral([z.enum(['case', 'board']), '/', id])

export function streamKindOf(stream: StreamName): StreamKind {
  return stream.slice(0, stream.indexOf('/')) as StreamKind
}

export const streams = {
  meeting: (meeting: MeetingId): StreamName => `meeting/${meeting}`,
  moderators: (meeting: MeetingId): StreamName => `moderators/${meeting}`,
  room: (room: RoomId): StreamName => `room/${room}`,
  person: (participant: ParticipantId): StreamName => `person/${participant}`,
}
