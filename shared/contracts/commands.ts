/**
 * One schema per command that a participant may send, over HTTP or socket.io alike, and the union of them. Unknown
 * fields are refused. Texts are trimmed of nothing: what people typed is kept.
 */
import { z } from 'zod'
import {
  agendaItemId,
  attachmentId,
  boardId,
  cardId,
  caseId,
  depositId,
  documentName,
  participantId,
  roomId,
} from './ids.ts'
import { limits } from './limits.ts'
import { agendaItemKind, attribution, cardKind, clearance, language, marking, role, unLevel } from './terms.ts'

/**
 * What people type: something to read must remain when white space is taken away. NUL and halves of surrogate pairs are
 * no text: a database cuts it there or puts something else in their place.
 */
export const text = (maxChars: number) =>
  z.string().max(maxChars).regex(/\S/u, 'must not be blank').refine(isStorable, 'must be Unicode text without NUL')

function isStorable(typed: string): boolean {
  return !/\p{Surrogate}/u.test(typed) && !typed.includes('\0')
}

export const title = text(limits.titleChars)
export const personName = text(limits.nameChars)

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), commandId: z.uuid().optional(), ...shape })

/** An agenda item as it is sent: without `itemId` it is new, with one it keeps its identity. */
export const agendaItemInput = z.strictObject({
  itemId: agendaItemId.optional(),
  kind: agendaItemKind,
  title,
  /** Local date and time of the meeting's time zone. */
  startsAt: z.iso.datetime({ local: true, offset: false }).optional(),
  durationMinutes: z.int().min(1).max(1_440).optional(),
  caseId: caseId.optional(),
})

/** An id of one of the vocabulary's lists. */
export const termId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'not a term')

/** The activity sheet of a meeting, sent whole: what is absent is empty. */
export const recordInput = z.strictObject({
  activityTypes: z.array(termId).max(limits.recordTerms).optional(),
  focusOfActivity: z.array(termId).max(limits.recordTerms).optional(),
  partners: text(limits.recordChars).optional(),
  implementers: text(limits.recordChars).optional(),
  donors: text(limits.recordChars).optional(),
  budget: text(limits.recordChars).optional(),
  contact: text(limits.recordChars).optional(),
  venue: text(limits.recordChars).optional(),
})
export type RecordInput = z.infer<typeof recordInput>

export const anyCommand = z.discriminatedUnion('type', [
  command('meeting.open', {}),
  command('meeting.close', {}),
  /** What is absent stays; once anybody has contributed, a policy only gets stricter. */
  command('meeting.setPolicies', {
    attribution: attribution.optional(),
    defaultMarking: marking.optional(),
    unLevel: unLevel.optional(),
  }),
  command('meeting.setRecord', { record: recordInput }),
  command('participant.admit', { participantId }),
  command('participant.remove', { participantId }),
  command('participant.setRole', { participantId, role }),
  command('agenda.set', { items: z.array(agendaItemInput).max(limits.agendaItems) }),
  /** Without `itemId` the meeting moves on to the item after the current one. */
  command('agenda.advance', { itemId: agendaItemId.optional() }),
  /** Without `roomId` cases, boards and messages belong to the plenary. */
  command('case.create', { title, roomId: roomId.optional(), language: language.optional() }),
  command('case.setMarking', { caseId, marking }),
  /** What the owner allows: in the report, in the digest, and whether the anonymization was checked. */
  command('case.setClearance', {
    caseId,
    clearance,
    digest: clearance.optional(),
    isAnonymized: z.boolean().optional(),
    /** The authority that authorized it, as the owner names it. */
    clearedBy: text(limits.nameChars).optional(),
  }),
  /** Sets the stage, and with it the mark until somebody has set that one. */
  command('case.setStage', { caseId, stage: termId }),
  command('case.setPresenter', { caseId, participantId: participantId.nullable() }),
  /** A file is added by an upload of its own: see docs/protocol.md. */
  command('attachment.remove', { caseId, attachmentId }),
  command('board.create', {
    title,
    roomId: roomId.optional(),
    columns: z.array(cardKind).min(1).max(10).optional(),
  }),
  /** A card's own mark, stricter than its board's; null leaves it at that of the board. */
  command('card.setMarking', { boardId, cardId, marking: marking.nullable() }),
  /** Nobody writes in it until it is unlocked; everybody reads on. */
  command('document.lock', { document: documentName }),
  command('document.unlock', { document: documentName }),
  /** Takes words that were handed in into their document, as their author's. */
  command('deposit.accept', { depositId }),
  command('deposit.decline', { depositId }),
  command('message.post', {
    text: text(limits.messageChars),
    roomId: roomId.optional(),
    language: language.optional(),
  }),
])
export type Command = z.infer<typeof anyCommand>
export type CommandType = Command['type']
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>

export const commandTypes: readonly CommandType[] = anyCommand.options.map((option) => option.shape.type.value)

export function isCommandType(type: unknown): type is CommandType {
  return commandTypes.some((known) => known === type)
}
