/** History, versions and waiting words that do not fit the meeting, or that the hub could not read, are refused. */
import { deflateRawSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deflating } from '../../server/platform/packing.ts'
import { Authorship } from '../../server/sync/Authorship.ts'
import { encodeSegment } from '../../server/sync/segments.ts'
import type { DepositId, DocumentName, MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import { readTables, type Tables } from '../support/database.ts'
import { type Files, forge } from './forgery.ts'
import { type Instance, openInstance, writeTogether } from './ground.ts'

const nobody = 'nobody-here' as ParticipantId
const emptyUpdate = new Uint8Array([0, 0])

let from: Instance
let to: Instance
let files: Files
let empty: Tables
let segmentByNobody: string
beforeAll(async () => {
  from = await openInstance()
  to = await openInstance()
  const node = from.node()
  const { meetingId, organizerId } = await from.found(node, 'case-digest')
  const [board = ''] = Object.keys((await node.meeting(meetingId))?.meeting.boards ?? {})
  const document: DocumentName = `board/${board}`
  const said = ['Primero. ', 'Segundo. '].map((text) => ({ by: organizerId, text }))
  await writeTogether(from, document, said, 1)
  await deposited(meetingId, document)
  files = unzipSync(await from.archives.export(meetingId))
  empty = readTables(to.dataDir)
  const rows = [{ participantId: nobody, clientId: null, at: 1, bytes: emptyUpdate }]
  segmentByNobody = base64(await encodeSegment(rows, deflating))

  async function deposited(meeting: MeetingId, name: DocumentName): Promise<void> {
    const participantId = 'observer' as ParticipantId
    const entry = { participantId, role: 'observer' as const, by: 'link' as const }
    await node.enter(meeting, entry, { participantId, name: 'Bob' }, { seats: [] })
    const depositId = 'deposit' as DepositId
    await node.deposit(meeting, { depositId, document: name, participantId, update: emptyUpdate })
  }
})
afterAll(async () => {
  await from.close()
  await to.close()
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const garbage = base64(new Uint8Array([9, 9, 9, 255]))

function withBytes(encoded: string | (() => string)) {
  return (text: string) =>
    text.replace(/"bytes":"[^"]*"/, `"bytes":"${typeof encoded === 'string' ? encoded : encoded()}"`)
}

function withAuthors(encoded: string) {
  return (text: string) => text.replace(/"authors":"[^"]*"/, `"authors":"${encoded}"`)
}

const elsewhere = (text: string) => text.replace('"document":"board/', '"document":"board/x')
const byNobody = (text: string) => text.replace(/"participantId":"[^"]*"/, `"participantId":"${nobody}"`)

function authorsByNobody(): string {
  const authorship = new Authorship()
  // One item of client 1: the text "a" in the root "t".
  const bytes = new Uint8Array([1, 1, 1, 0, 4, 1, 1, 116, 1, 97, 0])
  authorship.note({ participantId: nobody, clientId: 1, bytes })
  return base64(authorship.encode())
}

/** An embed of client 1 in the root "t": lists in lists, which Yjs reads and cannot write again. */
function nestedTooDeep(): string {
  const levels = 100_000
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, new Uint8Array([1, 1, 1, 0, 5, 1, 1, 116]))
  encoding.writeVarString(encoder, '['.repeat(levels) + ']'.repeat(levels))
  encoding.writeVarUint(encoder, 0)
  return base64(encoding.toUint8Array(encoder))
}

/** Twice as much as an archive may become, in a thousandth of it. */
function bomb(): string {
  return base64(deflateRawSync(new Uint8Array(limits.archiveUnpackedBytes + 1)))
}

const bad: [what: string, file: string, change: (text: string) => string, says: RegExp][] = [
  ['history of a document that is not there', 'segments', elsewhere, /is not one of its documents/],
  ['history that is no segment', 'segments', withBytes(garbage), /cannot be read/],
  ['history by nobody', 'segments', withBytes(() => segmentByNobody), /by nobody/],
  ['history that would become too large', 'segments', withBytes(bomb), /cannot be read/],
  ['a version of a document that is not there', 'versions', elsewhere, /is not one of its documents/],
  ['a version that is not packed', 'versions', withBytes(garbage), /cannot be read/],
  [
    'a version that Yjs cannot read',
    'versions',
    withBytes(base64(deflateRawSync(Buffer.from('zzz')))),
    /cannot be read/,
  ],
  ['a version that nobody kept', 'versions', byNobody, /by nobody/],
  ['a version twice', 'versions', (text) => text + text, /occurs twice/],
  ['authors that are no table', 'snapshots', withAuthors(garbage), /cannot be read/],
  ['words by authors who are nobody', 'snapshots', withAuthors(authorsByNobody()), /by nobody/],
  ['an update by nobody', 'updates', byNobody, /by nobody/],
  [
    'waiting words that no event tells of',
    'deposits',
    (text) => text.replace('"deposit"', '"other"'),
    /words that wait/,
  ],
  ['words that no client could send on', 'updates', withBytes(nestedTooDeep), /cannot be read/],
  ['waiting words by another', 'deposits', byNobody, /words that wait/],
  ['waiting words for another document', 'deposits', elsewhere, /words that wait/],
  ['waiting words that are missing', 'deposits', () => '', /words that wait/],
  ['waiting words that Yjs cannot read', 'deposits', withBytes(garbage), /cannot be read/],
]

test.each(bad)('%s is refused', async (_what, file, change, says) => {
  const outcome = await to.archives.import(forge(files, `${file}.jsonl`, change)).then(
    () => null,
    (error: unknown) => error,
  )
  expect(readTables(to.dataDir)).toEqual(empty)
  if (!(outcome instanceof ProblemError)) throw outcome ?? new Error('it was imported')
  expect([outcome.problem.status, outcome.problem.detail]).toEqual([400, expect.stringMatching(says)])
})

test('the same archive, unchanged, is imported', async () => {
  await to.archives.import(forge(files, 'segments.jsonl', (text) => text))
  expect(readTables(to.dataDir)).not.toEqual(empty)
})
