/** An archive from outside as a meeting: every file against its checksum, every line against its schema. */
import { strFromU8 } from 'fflate'
import { ProblemError, parseOrRefuse } from '../../shared/contracts/problems.ts'
import {
  type ArchivedMeeting,
  type ArchivePart,
  archiveFiles,
  archiveParts,
  archiveVersion,
  attachmentEntry,
  entryOf,
  fileOf,
  laterParts,
  type Manifest,
  manifest,
  manifestFile,
  partsOf,
} from './archivedMeeting.ts'
import type { DocumentForms } from './ports.ts'
import { requireSound } from './soundness.ts'
import { unpack } from './unpack.ts'
import { checksumOf } from './writeArchive.ts'

/** Throws the problem that says what is wrong with the file and what to do. */
export async function readArchive(archive: Uint8Array, forms: DocumentForms): Promise<ArchivedMeeting> {
  const files = await unpack(archive, [manifestFile, ...partsOf(1).map(fileOf)], laterFile)
  const declared = readManifest(files.get(manifestFile))
  const expected = partsOf(declared.version)
  for (const part of archiveParts) if (files.has(fileOf(part)) !== expected.includes(part)) throw unlike(fileOf(part))
  const [meeting] = readPart('meeting', files, declared)
  if (!meeting || meeting.meetingId !== declared.meetingId) throw unlike(fileOf('meeting'))
  const archived: ArchivedMeeting = {
    meeting,
    events: readPart('events', files, declared),
    participants: readPart('participants', files, declared),
    content: readPart('content', files, declared),
    invitations: readPart('invitations', files, declared),
    attendance: readPart('attendance', files, declared),
    documents: readPart('documents', files, declared),
    snapshots: readPart('snapshots', files, declared),
    updates: readPart('updates', files, declared),
    segments: laterPart('segments', files, declared),
    versions: laterPart('versions', files, declared),
    deposits: laterPart('deposits', files, declared),
    attachments: expected.includes('attachments') ? readAttachments(files, declared) : [],
  }
  await requireSound(archived, forms)
  return archived
}

function readManifest(body: Uint8Array | undefined): Manifest {
  const value = jsonOf(strFromU8(body ?? new Uint8Array()), manifestFile)
  const isNewer = typeof value === 'object' && value !== null && 'version' in value && isAfter(value.version)
  if (isNewer) {
    const detail = 'A newer Plenaria made this archive: update this server, or export from a server of this version.'
    throw new ProblemError('invalid-request', detail)
  }
  return parseOrRefuse(manifest, value, manifestFile)
}

function isAfter(version: unknown): boolean {
  return typeof version === 'number' && version > archiveVersion
}

const laterFile = new RegExp(`^(${laterParts.map(fileOf).join('|')})$|${attachmentEntry.source}`)

type LineOf<P extends ArchivePart> = ReturnType<(typeof archiveFiles)[P]['parse']>

function readPart<P extends ArchivePart>(part: P, files: Map<string, Uint8Array>, { files: all }: Manifest) {
  const name = fileOf(part)
  const body = files.get(name) ?? new Uint8Array()
  if (all.find((file) => file.name === name)?.sha256 !== checksumOf(body)) throw unlike(name)
  const lines = strFromU8(body).split('\n')
  if (lines.pop() !== '') throw unlike(name)
  return lines.map((line, at) => {
    const where = `Line ${at + 1} of ${name}`
    return parseOrRefuse(archiveFiles[part], jsonOf(line, where), where) as LineOf<P>
  })
}

/** Empty in archives of a version that had no such part. */
function laterPart<P extends ArchivePart>(part: P, files: Map<string, Uint8Array>, declared: Manifest): LineOf<P>[] {
  return partsOf(declared.version).includes(part) ? readPart(part, files, declared) : []
}

/** Each line has its file and each file its line. */
function readAttachments(files: Map<string, Uint8Array>, declared: Manifest): ArchivedMeeting['attachments'] {
  const lines = readPart('attachments', files, declared)
  const entries = [...files.keys()].filter((name) => attachmentEntry.test(name))
  const named = new Set(lines.map(entryOf))
  const stray = entries.find((name) => !named.has(name))
  if (stray !== undefined) throw unlike(stray)
  return lines.map(({ attachmentId, bytes: size, sha256 }) => {
    const name = entryOf({ attachmentId })
    const bytes = files.get(name)
    if (bytes === undefined || bytes.length !== size || checksumOf(bytes) !== sha256) throw unlike(name)
    return { attachmentId, bytes }
  })
}

function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError('invalid-request', `${where} is not JSON: export the meeting again.`)
  }
}

function unlike(name: string): ProblemError {
  const detail = `"${name}" is not what the manifest says: the file was changed or damaged. Export the meeting again.`
  return new ProblemError('invalid-request', detail)
}
