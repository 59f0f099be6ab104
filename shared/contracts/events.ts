/**
 * The events of the proceedings, one schema each, grouped by the kind of stream they belong to. They hold ids, dates
 * and words of closed lists only: names live in `participant`, texts in `content`, and are joined when an event
 * leaves the server (`WireEvent`). So a person can be erased or a text scrubbed without touching a stream.
 */
import { z } from 'zod'
import { attachmentMediaType } from './attachmentKinds.ts'
import {
  agendaItemId,
  attachmentId,
  boardId,
  cardId,
  caseId,
  contentId,
  depositId,
  documentName,
  invitationId,
  meetingId,
  messageId,
  participantId,
  roomId,
  streamName,
} from './ids.ts'
import {
  agendaItemKind,
  attribution,
  cardKind,
  clearance,
  language,
  marking,
  meetingTemplate,
  participantFunction,
  role,
  unLevel,
} from './terms.ts'

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })

export const agendaItem = z.object({
  itemId: agendaItemId,
  kind: agendaItemKind,
  titleId: contentId,
  startsAt: z.string().optional(),
  durationMinutes: z.int().optional(),
  caseId: caseId.optional(),
})
export type AgendaItem = z.infer<typeof agendaItem>

export const policies = z.object({ attribution, defaultMarking: marking, unLevel })
export type Policies = z.infer<typeof policies>

/** The activity sheet: terms of the vocabulary, and texts by their ids. */
export const meetingRecord = z.object({
  activityTypes: z.array(z.string()),
  focusOfActivity: z.array(z.string()),
  partnersId: contentId.optional(),
  implementersId: contentId.optional(),
  donorsId: contentId.optional(),
  budgetId: contentId.optional(),
  contactId: contentId.optional(),
  venueId: contentId.optional(),
})
export type MeetingRecord = z.infer<typeof meetingRecord>

/** `meeting/<id>`: what everybody who is in may know. */
export const meetingEvent = z.discriminatedUnion('type', [
  event('meeting.created', {
    meetingId,
    template: meetingTemplate,
    languages: z.array(language),
    timezone: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    titleId: contentId,
    placeId: contentId.optional(),
  }),
  event('meeting.opened', {}),
  event('meeting.closed', {}),
  event('meeting.policiesSet', { policies }),
  event('meeting.recordSet', { record: meetingRecord }),
  /** The first word that anybody wrote in a document: from here on policies only get stricter. */
  event('meeting.contributed', {}),
  event('participant.joined', { participantId, role, function: participantFunction.optional() }),
  event('participant.removed', { participantId }),
  event('participant.roleSet', { participantId, role }),
  event('room.created', { roomId, kind: z.enum(['plenary']) }),
  event('agenda.set', { items: z.array(agendaItem) }),
  event('agenda.advanced', { itemId: agendaItemId }),
  event('case.created', { caseId, roomId, titleId: contentId, ownerId: participantId, marking }),
  event('case.marked', { caseId, marking }),
  event('case.cleared', {
    caseId,
    clearance,
    digest: clearance.optional(),
    isAnonymized: z.boolean().optional(),
    clearedById: contentId.optional(),
  }),
  event('case.staged', { caseId, stage: z.string(), marking: marking.optional() }),
  event('case.presenterSet', { caseId, presenterId: participantId.nullable() }),
  /** Its name is a text like any other; its bytes are beside the events. */
  event('attachment.added', {
    caseId,
    attachmentId,
    nameId: contentId,
    mediaType: attachmentMediaType,
    bytes: z.int().positive(),
    addedById: participantId,
  }),
  event('attachment.removed', { caseId, attachmentId }),
  event('board.created', { boardId, roomId, titleId: contentId, columns: z.array(cardKind) }),
  event('document.locked', { document: documentName }),
  event('document.unlocked', { document: documentName }),
  event('card.marked', { boardId, cardId, marking: marking.nullable() }),
])
export type MeetingEvent = z.infer<typeof meetingEvent>

/** `room/<id>`: the discussion of one room. */
export const roomEvent = z.discriminatedUnion('type', [
  event('message.posted', { messageId, authorId: participantId, contentId }),
])
export type RoomEvent = z.infer<typeof roomEvent>

/** `moderators/<meeting id>`: the meeting code, the lobby and the invitations. */
export const moderatorsEvent = z.discriminatedUnion('type', [
  event('code.issued', { code: z.string() }),
  event('lobby.entered', { participantId }),
  event('lobby.left', { participantId }),
  /** Somebody came in by a link: moderators see who, whatever the attribution policy shows to others. */
  event('roster.entered', { participantId }),
  event('invitation.created', { invitationId, role, function: participantFunction.optional() }),
  event('deposit.received', { depositId, document: documentName, participantId }),
  event('deposit.accepted', { depositId }),
  event('deposit.declined', { depositId }),
  /** A document has reached its size: nobody can write in it any more. */
  event('document.filled', { document: documentName }),
])
export type ModeratorsEvent = z.infer<typeof moderatorsEvent>

/** `person/<participant id>`: a person's own place in the meeting. */
export const personEvent = z.discriminatedUnion('type', [
  event('seat.waiting', { meetingId }),
  event('seat.admitted', { meetingId, role }),
  event('seat.removed', { meetingId }),
  event('seat.roleSet', { meetingId, role }),
  /** Words that this person handed in wait, were taken into their document, or were not. */
  event('words.deposited', { depositId, document: documentName }),
  event('words.accepted', { depositId }),
  event('words.declined', { depositId }),
])
export type PersonEvent = z.infer<typeof personEvent>

export type DomainEvent = MeetingEvent | RoomEvent | ModeratorsEvent | PersonEvent
export const domainEvent = z.discriminatedUnion('type', [
  ...meetingEvent.options,
  ...roomEvent.options,
  ...moderatorsEvent.options,
  ...personEvent.options,
])

/** A person as others may see them; what the attribution policy hides is absent. */
export const personCard = z.object({
  name: z.string().optional(),
  country: z.string().optional(),
  agency: z.string().optional(),
})
export type PersonCard = z.infer<typeof personCard>

/** A text somebody typed, in the language they said it is in. */
export const contentText = z.object({ text: z.string(), language: language.optional() })
export type ContentText = z.infer<typeof contentText>

/** What is joined to ids on the way out: texts by content id, people by participant id. */
export const joined = z.object({
  content: z.record(z.string(), contentText),
  people: z.record(z.string(), personCard),
})
export type Joined = z.infer<typeof joined>

/** Place of an event in its stream: `seq` counts 1, 2, 3… without holes; `at` is the server's time in ms. */
export const envelope = z.object({ stream: streamName, seq: z.int().positive(), at: z.int() })
export type Envelope = z.infer<typeof envelope>

export type StoredEvent = Envelope & DomainEvent
export type WireEvent = StoredEvent & Partial<Joined>

/** What a client accepts: unknown event types pass (a newer server), known ones must be whole. */
export const wireEnvelope = z.looseObject({ ...envelope.shape, ...joined.partial().shape, type: z.string() })
