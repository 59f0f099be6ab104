/**
 * A meeting as one zip: a manifest, then JSON lines. The same meeting and the same moment give the same bytes, on any
 * database, so that two archives can be compared.
 */
import { createHash } from 'node:crypto'
import { strToU8, type Zippable, zip } from 'fflate'
import type { DocumentName } from '../../shared/contracts/ids.ts'
import {
  type ArchivedMeeting,
  type ArchivePart,
  archiveParts,
  archiveVersion,
  entryOf,
  fileOf,
  type Manifest,
  manifestFile,
} from './archivedMeeting.ts'

/** The earliest date that a zip can hold, in local time as zip dates are. */
const entryDate = new Date(1980, 0, 1)

export async function writeArchive(archived: ArchivedMeeting, exportedAt: number): Promise<Uint8Array> {
  const lines = linesOf(archived)
  const files = archiveParts.map((part) => {
    const body = strToU8(lines[part].map((line) => `${JSON.stringify(line)}\n`).join(''))
    return { name: fileOf(part), lines: lines[part].length, body }
  })
  const manifest: Manifest = {
    format: 'plenaria-archive',
    version: archiveVersion,
    exportedAt,
    meetingId: archived.meeting.meetingId,
    files: files.map(({ name, lines, body }) => ({ name, lines, bytes: body.length, sha256: checksumOf(body) })),
  }
  return zipped({
    [manifestFile]: strToU8(`${JSON.stringify(manifest, null, 2)}\n`),
    ...Object.fromEntries(files.map(({ name, body }) => [name, body])),
    ...Object.fromEntries(byId(archived.attachments).map((file) => [entryOf(file), [file.bytes, asItIs]])),
  })
}

/** Documents and pictures are packed already: packing them again costs time and saves nothing. */
const asItIs = { level: 0 } as const

function byId(attachments: ArchivedMeeting['attachments']) {
  return sortedBy(attachments, ({ attachmentId }) => attachmentId)
}

export function checksumOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

/** Sorted here and not by a database: engines order texts differently. */
function linesOf(archived: ArchivedMeeting): Record<ArchivePart, object[]> {
  return {
    meeting: [archived.meeting],
    events: sortedBy(archived.events, ({ stream }) => stream),
    participants: sortedBy(archived.participants, ({ participantId }) => participantId),
    content: sortedBy(archived.content, ({ contentId }) => contentId),
    invitations: sortedBy(archived.invitations, ({ invitationId }) => invitationId),
    attendance: sortedBy(archived.attendance, ({ participantId, day }) => `${day} ${participantId}`),
    documents: sortedBy(archived.documents, ({ document }) => document),
    snapshots: sortedBy(archived.snapshots.map(encoded), ({ document }) => document),
    updates: sortedBy(archived.updates.map(encoded), ({ document }) => document),
    segments: sortedBy(archived.segments.map(encoded), ({ document }) => document),
    versions: sortedBy(archived.versions.map(encoded), ({ versionId }) => versionId),
    deposits: sortedBy(archived.deposits.map(encoded), ({ depositId }) => depositId),
    attachments: byId(archived.attachments).map(({ attachmentId, bytes }) => ({
      attachmentId,
      bytes: bytes.length,
      sha256: checksumOf(bytes),
    })),
  }
}

/** Stable: what has the same key keeps its order. */
function sortedBy<T>(rows: T[], key: (row: T) => string): T[] {
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** Bytes as base64, whatever else a row holds as it is. */
function encoded<T extends { document: DocumentName; bytes: Uint8Array; authors?: Uint8Array | null }>(row: T) {
  const authors = row.authors ? { authors: base64(row.authors) } : {}
  return { ...row, bytes: base64(row.bytes), ...authors }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function zipped(files: Zippable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip(files, { mtime: entryDate }, (error, archive) => {
      if (error) reject(error)
      else resolve(archive)
    })
  })
}
