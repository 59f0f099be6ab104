/**
 * What an archive holds of a meeting, one schema per line of its files. Everything that people did and wrote is here;
 * what opens a door is not: no token, no link's secret, no session, no seat.
 */
import { z } from 'zod'
import { text } from '../../shared/contracts/commands.ts'
import { type DomainEvent, domainEvent, envelope } from '../../shared/contracts/events.ts'
import { invitationBody } from '../../shared/contracts/http.ts'
import {
  attachmentId,
  contentId,
  depositId,
  documentName,
  invitationId,
  meetingId,
  participantId,
  versionId,
} from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { language } from '../../shared/contracts/terms.ts'

const moment = z.int().nonnegative()
const base64 = z.base64().transform((encoded): Uint8Array => new Uint8Array(Buffer.from(encoded, 'base64')))

const meetingLine = z.strictObject({ meetingId, code: z.string().min(1).max(40), createdAt: moment })

const eventPlace = envelope.extend({ actorId: participantId.nullable() })
export type ArchivedEvent = z.infer<typeof eventPlace> & DomainEvent

/** An event is its place, who did it, and what happened; each part is parsed by the schema that wrote it. */
const eventLine = z.unknown().transform((line, context): ArchivedEvent => {
  const place = eventPlace.safeParse(line)
  const event = domainEvent.safeParse(line)
  if (place.success && event.success) return { ...place.data, ...event.data }
  for (const { error } of [place, event]) {
    for (const { path, message } of error?.issues ?? []) context.addIssue({ code: 'custom', path: [...path], message })
  }
  return z.NEVER
})

const participantLine = z.strictObject({
  participantId,
  name: text(limits.nameChars),
  country: z.string().max(limits.nameChars).optional(),
  agency: z.string().max(limits.nameChars).optional(),
  language: language.optional(),
})

const contentLine = z.strictObject({ contentId, text: text(limits.messageChars), language: language.optional() })

/** Who was invited as what; the link itself stays behind, and is made anew where it is needed. */
const invitationLine = z.strictObject({
  invitationId,
  details: invitationBody,
  participantId: participantId.nullable(),
  createdAt: moment,
})

const attendanceLine = z.strictObject({ participantId, day: z.iso.date() })

const documentLine = z.strictObject({ document: documentName })

/** `authors` is who wrote what in it; archives of the first version have none. */
const snapshotLine = z.strictObject({
  document: documentName,
  at: moment,
  bytes: base64,
  authors: base64.nullable().default(null),
})

/** Who delivered the update, and under which Yjs client id as their own: the authorship of documents. */
const updateLine = z.strictObject({
  document: documentName,
  participantId: participantId.nullable(),
  clientId: z.int().nonnegative().nullable().default(null),
  at: moment,
  bytes: base64,
})

/** Update rows that a compaction took out, packed as the hub packs them. */
const segmentLine = z.strictObject({ document: documentName, at: moment, bytes: base64 })

/** A whole state that was kept, packed likewise. */
const versionLine = z.strictObject({
  versionId,
  document: documentName,
  kind: z.enum(['automatic', 'named', 'phase']),
  name: z.string().max(limits.titleChars).nullable(),
  participantId: participantId.nullable(),
  at: moment,
  bytes: base64,
})

/** What came too late and waits for a moderator. One that was accepted is among the updates. */
const depositLine = z.strictObject({ depositId, document: documentName, participantId, at: moment, bytes: base64 })

/** A file of a case: its bytes are an entry of their own in the zip. */
const attachmentLine = z.strictObject({ attachmentId, bytes: z.int().positive(), sha256: z.string().length(64) })

export type ArchivedInvitation = z.infer<typeof invitationLine>
export type ArchivedSnapshot = z.infer<typeof snapshotLine>
export type ArchivedUpdate = z.infer<typeof updateLine>
export type ArchivedSegment = z.infer<typeof segmentLine>
export type ArchivedVersion = z.infer<typeof versionLine>
export type ArchivedDeposit = z.infer<typeof depositLine>
export type ArchivedAttachment = { attachmentId: z.infer<typeof attachmentId>; bytes: Uint8Array }

/** A whole meeting. Events stand in the order of their streams, updates and segments in that of their commits. */
export interface ArchivedMeeting {
  meeting: z.infer<typeof meetingLine>
  events: ArchivedEvent[]
  participants: z.infer<typeof participantLine>[]
  content: z.infer<typeof contentLine>[]
  invitations: ArchivedInvitation[]
  attendance: z.infer<typeof attendanceLine>[]
  documents: z.infer<typeof documentLine>[]
  snapshots: ArchivedSnapshot[]
  updates: ArchivedUpdate[]
  segments: ArchivedSegment[]
  versions: ArchivedVersion[]
  deposits: ArchivedDeposit[]
  attachments: ArchivedAttachment[]
}

/** The files of an archive in their order, each with the schema of its lines. */
export const archiveFiles = {
  meeting: meetingLine,
  events: eventLine,
  participants: participantLine,
  content: contentLine,
  invitations: invitationLine,
  attendance: attendanceLine,
  documents: documentLine,
  snapshots: snapshotLine,
  updates: updateLine,
  segments: segmentLine,
  versions: versionLine,
  deposits: depositLine,
  attachments: attachmentLine,
} as const
export type ArchivePart = keyof typeof archiveFiles
export const archiveParts = Object.keys(archiveFiles) as ArchivePart[]

export function fileOf(part: ArchivePart): string {
  return `${part}.jsonl`
}

/** Where the bytes of a file stand in the zip. */
export const attachmentEntry = /^attachments\/[A-Za-z0-9_-]{1,64}$/
export function entryOf({ attachmentId }: Pick<ArchivedAttachment, 'attachmentId'>): string {
  return `attachments/${attachmentId}`
}

/**
 * Later versions read the earlier ones; an earlier one refuses what it cannot know. 2: attachments, the history of
 * documents, and deposits.
 */
export const archiveVersion = 2

/** The parts that an archive of a version has. */
export function partsOf(version: number): ArchivePart[] {
  return archiveParts.filter((part) => version >= 2 || !laterParts.includes(part))
}

/** What archives have had since version 2. */
export const laterParts: readonly ArchivePart[] = ['segments', 'versions', 'deposits', 'attachments']
export const manifestFile = 'manifest.json'
export const manifest = z.strictObject({
  format: z.literal('plenaria-archive'),
  version: z.int().positive(),
  exportedAt: moment,
  meetingId,
  files: z.array(z.strictObject({ name: z.string(), lines: z.int(), bytes: z.int(), sha256: z.string().length(64) })),
})
export type Manifest = z.infer<typeof manifest>
