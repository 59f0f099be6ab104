/** What is no sound archive is refused in words that say what to do, and leaves nothing behind. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksumOf } from '../../server/archive/writeArchive.ts'
import type { MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { type Problem, ProblemError } from '../../shared/contracts/problems.ts'
import { pdf } from '../support/attachments.ts'
import { readTables, type Tables } from '../support/database.ts'
import { type Files, forge } from './forgery.ts'
import { type Instance, openInstance, writeTogether } from './ground.ts'

let from: Instance
let to: Instance
let meetingId: MeetingId
let files: Files
let empty: Tables
beforeAll(async () => {
  from = await openInstance()
  to = await openInstance()
  const node = from.node()
  const founded = await from.found(node, 'case-digest')
  meetingId = founded.meetingId
  const [board = ''] = Object.keys((await node.meeting(meetingId))?.meeting.boards ?? {})
  await writeTogether(from, `board/${board}`, [{ by: founded.organizerId, text: 'Palabras' }], 0)
  await node.execute(meetingId, founded.organizerId, { type: 'message.post', text: 'Buenos días.' })
  const [created] = await node.execute(meetingId, founded.organizerId, { type: 'case.create', title: 'Caso' })
  if (created?.type !== 'case.created') throw new Error('no case was created')
  await node.attach(meetingId, founded.organizerId, {
    caseId: created.caseId,
    name: 'Sentencia.pdf',
    mediaType: 'application/pdf',
    bytes: pdf.length,
    commandId: undefined,
    async *chunks() {
      yield pdf
    },
  })
  files = unzipSync(await from.archives.export(meetingId))
  empty = readTables(to.dataDir)
})
afterAll(async () => {
  await from.close()
  await to.close()
})

const name = 'events.jsonl'

function forged(file: string, change: (text: string) => string): Uint8Array {
  return forge(files, file, change)
}

async function refusalOf(archive: Uint8Array): Promise<Problem> {
  const outcome = await to.archives.import(archive).then(
    () => null,
    (error: unknown) => error,
  )
  expect(readTables(to.dataDir)).toEqual(empty)
  if (outcome instanceof ProblemError) return outcome.problem
  throw outcome ?? new Error('it was imported')
}

const bad: [what: string, archive: () => Uint8Array, says: RegExp][] = [
  ['no zip', () => strToU8('Estimada colega:'), /no zip file|missing or broken/],
  ['nothing', () => new Uint8Array(), /missing or broken/],
  ['a zip that ends too early', () => zipSync(files).subarray(0, 900), /zip file|missing or broken/],
  [
    'a zip without the manifest',
    () => zipSync({ [name]: files[name] ?? new Uint8Array() }),
    /"manifest.json" is missing/,
  ],
  ['a path that leads out', () => zipSync({ ...files, '../../etc/passwd': strToU8('root') }), /what no archive holds/],
  ['an entry that is no part of it', () => zipSync({ ...files, 'run.sh': strToU8('rm') }), /what no archive holds/],
  ['a changed file', () => zipSync({ ...files, [name]: strToU8('{}\n') }), /not what the manifest says/],
  ['another manifest', () => zipSync({ ...files, 'manifest.json': strToU8('[]') }), /manifest.json is not valid/],
  ['a newer version', () => forged('manifest.json', (text) => text.replace('"version": 2', '"version": 9')), /newer/],
  ['a line that is not JSON', () => forged(name, (text) => `${text}{\n`), /Line \d+ of events.jsonl is not JSON/],
  ['a line without an end', () => forged(name, (text) => text.trimEnd()), /not what the manifest says/],
  [
    'an unknown event',
    () => forged(name, (text) => text.replace('room.created', 'room.exploded')),
    /Line \d+ of events/,
  ],
  ['a hole in a stream', () => forged(name, withoutSecondLine), /has a hole/],
  [
    'an event in a stream of another kind',
    () => forged(name, (text) => text.replace(`"stream":"meeting/${meetingId}","seq":1`, '"stream":"room/x","seq":1')),
    /does not belong there/,
  ],
  [
    'a stream of another meeting',
    () => forged(name, (text) => text.replaceAll('"room/', '"room/other')),
    /of this meeting/,
  ],
  ['nobody in it', () => forged('participants.jsonl', () => ''), /of this meeting|has no name/],
  [
    'a document that no event created',
    () => forged('documents.jsonl', (text) => text.replace('board/', 'case/')),
    /documents/,
  ],
  ['an update that Yjs cannot read', () => forged('updates.jsonl', withGarbage), /cannot be read/],
  [
    'bytes that are no base64',
    () => forged('updates.jsonl', (text) => text.replace(/"bytes":"../, '"bytes":"!!')),
    /Line 1/,
  ],
  ['a file with other bytes', () => zipSync({ ...files, [entry()]: pdf.slice(1) }), /not what the manifest says/],
  ['a file that no line names', () => zipSync({ ...files, 'attachments/more': pdf }), /not what the manifest says/],
  ['a file that leads out', () => zipSync({ ...files, 'attachments/../x': pdf }), /what no archive holds/],
  [
    'a line whose file is missing',
    () => zipSync(Object.fromEntries(Object.entries(files).filter(([file]) => file !== entry()))),
    /not what the manifest says/,
  ],
  ['files that no case has', () => forged(name, withoutAttachment), /its files are not those/],
  [
    'files in an archive of a version that had none',
    () => forged('manifest.json', (text) => text.replace('"version": 2', '"version": 1')),
    /not what the manifest says/,
  ],
  ['a field that is not known', () => forged('content.jsonl', (text) => text.replace('{', '{"token":"x",')), /Line 1/],
]

/** Where the bytes of the one file stand. */
function entry(): string {
  return Object.keys(files).find((file) => file.startsWith('attachments/')) ?? ''
}

function withoutAttachment(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.includes('attachment.added'))
    .join('\n')
}

function withoutSecondLine(text: string): string {
  return text.split('\n').toSpliced(1, 1).join('\n')
}

function withGarbage(text: string): string {
  const garbage = Buffer.from([9, 9, 9, 255]).toString('base64')
  return text.replace(/"bytes":"[^"]*"/, `"bytes":"${garbage}"`)
}

test.each(bad)('%s is refused', async (_what, archive, says) => {
  const { status, detail } = await refusalOf(archive())
  expect([status, detail]).toEqual([400, expect.stringMatching(says)])
})

test('a small file that would become a large one is refused before it does', async () => {
  const zeros = new Uint8Array(limits.archiveUnpackedBytes + 1)
  const bomb = zipSync({ ...files, 'updates.jsonl': [zeros, { level: 1 }] })
  expect(bomb.length).toBeLessThan(1_000_000)
  expect((await refusalOf(bomb)).code).toBe('too-large')
})

test('two entries of one name are refused', async () => {
  const renamed = Buffer.from(zipSync({ ...files, 'snapshotz.jsonl': strToU8('') }))
  const forgedName = Buffer.from(renamed.toString('latin1').replaceAll('snapshotz', 'snapshots'), 'latin1')
  expect((await refusalOf(new Uint8Array(forgedName))).detail).toMatch(/what no archive holds/)
})

test('a meeting that is here already stays as it is', async () => {
  const before = readTables(from.dataDir)
  const archive = await from.archives.export(meetingId)
  await expect(from.archives.import(archive)).rejects.toMatchObject({ problem: { code: 'conflict' } })
  expect(readTables(from.dataDir)).toEqual(before)
})

test('a forged archive writes into no room of another meeting', async () => {
  const room = /"room\/([^"]+)"/.exec(strFromU8(files[name] ?? new Uint8Array()))?.[1] ?? ''
  const other = 'forged-meeting'
  const change = (text: string) =>
    text
      .replace(new RegExp(`\\b${meetingId}\\b`, 'g'), other)
      .replace(/"(\w+Id|document)":"((?:board|case)\/)?(?!forged-)/g, '$&forged-')
      .replaceAll('"roomId":"forged-', '"roomId":"')
      .replaceAll('person/', 'person/forged-')
  const before = readTables(from.dataDir)
  const all = Object.fromEntries(
    Object.entries(files).map(([file, body]) => [
      file.replace('attachments/', 'attachments/forged-'),
      file === entry() ? strFromU8(body) : change(strFromU8(body)),
    ]),
  )
  const manifest = JSON.parse(all['manifest.json'] ?? '')
  for (const entry of manifest.files) entry.sha256 = checksumOf(strToU8(all[entry.name] ?? ''))
  all['manifest.json'] = JSON.stringify(manifest)
  expect(all[name]).toContain(room)
  const archive = zipSync(Object.fromEntries(Object.entries(all).map(([file, text]) => [file, strToU8(text)])))
  await expect(from.archives.import(archive)).rejects.toMatchObject({ problem: { code: 'conflict' } })
  expect(readTables(from.dataDir)).toEqual(before)
  await to.archives.import(archive)
  const live = await to.node().meeting(other as MeetingId)
  expect(Object.keys(live?.meeting.members ?? {})).toHaveLength(1)
  expect(live?.roleOf('nobody' as ParticipantId)).toBeNull()
})
