/**
 * The closed lists of the interface: languages, roles, states, marks. Words that people see for them are in the
 * vocabulary and the catalogues, not here.
 */
import { z } from 'zod'

export const languages = ['es', 'en', 'pt', 'fr'] as const
export const language = z.enum(languages)
export type Language = z.infer<typeof language>

export const roles = ['organizer', 'facilitator', 'rapporteur', 'participant', 'observer'] as const
export const role = z.enum(roles)
export type Role = z.infer<typeof role>

/** A label beside the role; it gives no right. */
export const participantFunction = z.enum(['chair', 'presenter', 'interpreter'])
export type ParticipantFunction = z.infer<typeof participantFunction>

export const meetingStatuses = ['draft', 'live', 'closed'] as const
export const meetingStatus = z.enum(meetingStatuses)
export type MeetingStatus = z.infer<typeof meetingStatus>

export const meetingTemplate = z.enum(['case-digest', 'blank'])
export type MeetingTemplate = z.infer<typeof meetingTemplate>

/** TLP 2.0 labels (FIRST, August 2022), from the most open to the strictest. They are never translated. */
export const markings = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'] as const
export const marking = z.enum(markings)
export type Marking = z.infer<typeof marking>

/** Negative when `a` is more open than `b`, positive when it is stricter. */
export function compareMarkings(a: Marking, b: Marking): number {
  return markings.indexOf(a) - markings.indexOf(b)
}

/** The stricter of two marks. */
export function stricterOf(a: Marking, b: Marking): Marking {
  return compareMarkings(a, b) >= 0 ? a : b
}

/** What the owner of a case allows the report to use: nothing, the case without names, or with attribution. */
export const clearance = z.enum(['no', 'anonymized', 'attributed'])
export type Clearance = z.infer<typeof clearance>

/**
 * How much the room and the report say of who said what, from the most open to the strictest: the name; the country and
 * the type of institution; nothing (the Chatham House Rule).
 */
export const attributions = ['name', 'delegation', 'none'] as const
export const attribution = z.enum(attributions)
export type Attribution = z.infer<typeof attribution>

/** Levels of ST/SGB/2007/6, from the most open to the strictest; kept apart from the TLP mark. */
export const unLevels = ['unclassified', 'confidential', 'strictly-confidential'] as const
export const unLevel = z.enum(unLevels)
export type UnLevel = z.infer<typeof unLevel>

/** A topic is parked when it deserves more time than there is: the parking lot of a meeting. */
export const cardKinds = ['goodPractice', 'obstacle', 'recommendation', 'parkedTopic'] as const
export const cardKind = z.enum(cardKinds)
export type CardKind = z.infer<typeof cardKind>

/** The columns of a board for which nobody chose others: what a report is made of. */
export const usualColumns: readonly CardKind[] = ['goodPractice', 'obstacle', 'recommendation']

export const agendaItemKinds = ['session', 'case', 'discussion', 'break'] as const
export const agendaItemKind = z.enum(agendaItemKinds)
export type AgendaItemKind = z.infer<typeof agendaItemKind>
