/** Bodies and answers of the HTTP interface (contract.md). Requests are strict: unknown fields are refused. */
import { z } from 'zod'
import { personName, text, title } from './commands.ts'
import { contentText, personCard, wireEnvelope } from './events.ts'
import {
  caseId,
  depositId,
  documentName,
  invitationId,
  meetingId,
  messageId,
  participantId,
  roomId,
  versionId,
} from './ids.ts'
import { limits } from './limits.ts'
import { clearance, language, marking, meetingStatus, meetingTemplate, participantFunction, role } from './terms.ts'

const timezone = z.string().refine(isTimezone, 'is not an IANA time zone such as America/Panama')

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** ISO 3166-1 alpha-2, or one of the user-assigned codes of the vocabulary (anonymized States). */
const country = z.string().regex(/^[A-Z]{2}$/, 'is not a two-letter country code')
const agency = text(limits.nameChars)

export const createMeetingBody = z
  .strictObject({
    title,
    template: meetingTemplate,
    languages: z.array(language).min(1).max(4),
    timezone,
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    place: text(limits.titleChars).optional(),
    /** What the others see of the person who creates it; without it, a word for the organizers. */
    organizerName: personName.optional(),
  })
  .refine((body) => body.startsOn <= body.endsOn, { path: ['endsOn'], message: 'is before startsOn' })
export type CreateMeetingBody = z.infer<typeof createMeetingBody>

export const caseSummary = z.object({ caseId, roomId, title: z.string(), ownerId: participantId, marking, clearance })

/** The meeting as one person may see it. */
export const meetingView = z.object({
  id: meetingId,
  title: z.string(),
  place: z.string().optional(),
  template: meetingTemplate,
  status: meetingStatus,
  languages: z.array(language),
  timezone: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  plenaryId: roomId,
  /** For moderators only: what the hall types, and the address that carries it (for the QR code). */
  code: z.string().optional(),
  joinUrl: z.string().optional(),
  me: z.object({ participantId, role }),
  cases: z.array(caseSummary),
  boards: z.array(z.object({ boardId: z.string(), roomId, title: z.string(), columns: z.array(z.string()) })),
})
export type MeetingView = z.infer<typeof meetingView>

export const createMeetingAnswer = z.object({ meeting: meetingView, organizerToken: z.string() })

/** The meeting of an archive; the token is bearer and personal link of the organizer whom the archive names first. */
export const importAnswer = z.object({ meeting: meetingView, organizerToken: z.string() })

export const invitationBody = z.strictObject({
  role,
  function: participantFunction.optional(),
  name: personName.optional(),
  country: country.optional(),
  agency: agency.optional(),
  language: language.optional(),
})
export type InvitationBody = z.infer<typeof invitationBody>
export const invitationsBody = z.union([invitationBody, z.array(invitationBody).min(1).max(limits.invitationsPerCall)])

export const invitationAnswer = z.object({
  invitation: z.object({ id: invitationId, ...invitationBody.shape }),
  token: z.string(),
  url: z.string(),
})
export type InvitationAnswer = z.infer<typeof invitationAnswer>

/** What is wrong with a cell of a list of people; `message` says it in English, `code` for other languages. */
export const rosterError = z.object({
  column: z.enum(['name', 'role', 'function', 'country', 'agency', 'language']),
  code: z.enum(['missing', 'unknown', 'tooLong', 'surplus', 'unreadable', 'twice', 'notYours']),
  /** The cell; for `twice` the line where the person stands first. */
  value: z.string(),
  message: z.string(),
})
export type RosterError = z.infer<typeof rosterError>

/** One row of a list. `skip`: the person is here or invited already. `person` is what could be read of it. */
export const rosterRow = z.object({
  line: z.int(),
  action: z.enum(['invite', 'skip', 'refuse']),
  person: invitationBody,
  errors: z.array(rosterError),
})
export type RosterRow = z.infer<typeof rosterRow>

export const rosterPreview = z.object({ rows: z.array(rosterRow) })
export const rosterAnswer = z.object({ invitations: z.array(invitationAnswer) })
export const rosterQuery = z.strictObject({
  /** `true` invites the good rows of a list that has bad ones; without it such a list invites nobody. */
  partial: z.enum(['true', 'false']).optional(),
  seat: z.string().optional(),
})

/** Who was connected on which day of the meeting's own calendar. */
export const attendanceAnswer = z.object({
  days: z.array(z.object({ day: z.iso.date(), participantIds: z.array(participantId) })),
})

/** `token` is a personal link's secret; `code` is what the hall reads on the screen. */
export const joinBody = z
  .strictObject({
    token: z.string().min(1).max(200).optional(),
    code: z.string().min(1).max(40).optional(),
    name: personName.optional(),
    country: country.optional(),
    agency: agency.optional(),
    language: language.optional(),
  })
  .refine((body) => (body.token === undefined) !== (body.code === undefined), {
    path: ['code'],
    message: 'send either a code or a token',
  })
export type JoinBody = z.infer<typeof joinBody>

export const joinStatus = z.enum(['admitted', 'waiting'])

export const joinAnswer = z.object({
  token: z.string(),
  participant: z.object({ id: participantId, role, ...personCard.shape }),
  meeting: z.object({ id: meetingId, title: z.string() }),
  status: joinStatus,
})
export type JoinAnswer = z.infer<typeof joinAnswer>

/** The seats of this browser session, newest last: what the page asks to know who sits here. */
export const seatsAnswer = z.object({
  seats: z.array(z.object({ participantId, meetingId })),
})

/** A file's name as it is kept: one line, no folders, nothing that turns the direction of writing round. */
export const attachmentName = text(limits.fileNameChars).regex(
  /^[^\p{Cc}/\\\u200E\u200F\u202A-\u202E\u2066-\u2069]+$/u,
  'must be one line without folders',
)
/** The file itself is the body. With a `commandId` a repeat gets the first answer and needs no bytes. */
export const attachmentQuery = z.strictObject({ commandId: z.uuid().optional(), seat: z.string().optional() })
/** Carries the file's name, percent-encoded as UTF-8: an address would stand in the logs of proxies. */
export const fileNameHeader = 'Plenaria-File-Name'

export const commandAnswer = z.object({ events: z.array(wireEnvelope) })

export const eventsPage = z.object({ events: z.array(wireEnvelope), more: z.boolean() })

export const message = z.object({
  messageId,
  seq: z.int(),
  at: z.int(),
  authorId: participantId,
  ...contentText.shape,
})
export type Message = z.infer<typeof message>
/** Oldest first; `more` says that there are older ones: ask again with `before` = the first one's `seq`. */
export const messagesPage = z.object({
  messages: z.array(message),
  people: z.record(z.string(), personCard),
  more: z.boolean(),
})
export type MessagesPage = z.infer<typeof messagesPage>

/** A case or board that has not opened yet has no client id to declare; a stock client declares none. */
export const syncTicketBody = z.strictObject({ document: documentName, clientId: z.int().min(0).optional() })
export const syncTicketAnswer = z.object({ ticket: z.string() })

export const depositAnswer = z.object({ deposit: depositId })
/** A deposit as whoever decides on it reads it: the words that it would add, one line for each run of typing. */
export const depositView = z.object({ deposit: depositId, document: documentName, participantId, text: z.string() })

export const versionBody = z.strictObject({ name: title })
/** Whole states of a document to look back at: `by` is who asked for it, as far as the policy shows people. */
export const versionEntry = z.object({
  version: versionId,
  kind: z.enum(['automatic', 'named', 'phase']),
  name: z.string().nullable(),
  at: z.int(),
  by: personCard.nullable(),
})
export const versionsAnswer = z.object({ versions: z.array(versionEntry) })
export type VersionsAnswer = z.infer<typeof versionsAnswer>

/**
 * Who wrote what: for each Yjs client id of the document, stretches of its clocks with the place of their author in
 * `authors`. Not `isOwn`: that person's laptop brought the words of another one.
 */
export const authorsAnswer = z.object({
  authors: z.array(personCard.extend({ participantId: participantId.optional() })),
  clients: z.array(
    z.object({
      clientId: z.int(),
      stretches: z.array(z.object({ from: z.int(), to: z.int(), author: z.int(), isOwn: z.boolean() })),
    }),
  ),
})
export type AuthorsAnswer = z.infer<typeof authorsAnswer>

export const healthAnswer = z.object({ status: z.literal('ok') })
export const readyAnswer = z.object({ status: z.enum(['ready', 'not-ready']), reason: z.string().optional() })

export const exportQuery = z.strictObject({
  language: language.optional(),
  /** May only be stricter than the meeting's policy; names are off by default. */
  attribution: z.enum(['name', 'delegation', 'none']).optional(),
  /** Parts of the report outline by id, separated by commas; all of them without it. */
  include: z.string().optional(),
  seat: z.string().optional(),
})
export const afterQuery = z.strictObject({
  after: z.coerce.number().int().min(0).optional(),
  seat: z.string().optional(),
})
export const beforeQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  seat: z.string().optional(),
})
