/** Files of a case over the wire: what is taken, how it is given out, and that what fails leaves nothing behind. */
import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { command } from '../support/api.ts'
import { acceptedFiles, attach, pdf, pdfName, readFile, type Sending, sendFile } from '../support/attachments.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { readTables } from '../support/database.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'
import { until } from '../support/until.ts'

let server: Server
let cast: Cast
let own: Awaited<ReturnType<typeof newCase>>
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  own = await newCase()
})
afterAll(() => server.dispose())

async function newCase(): Promise<Sending & { caseId: CaseId }> {
  const { token } = cast.people.participant
  const [created] = await command(server, token, cast.meetingId, { type: 'case.create', title: 'Caso' })
  if (created?.type !== 'case.created') throw new Error('no case was created')
  return { token, meetingId: cast.meetingId, caseId: created.caseId }
}

/** All that an upload could leave: rows of files, events, and what is on the way. */
function traces() {
  const { attachment_chunk, event, content } = readTables(server.dataDir)
  return { attachment_chunk, event, content, incoming: readdirSync(join(server.dataDir, 'incoming')) }
}

const large = () => Buffer.concat([pdf, randomBytes(limits.attachmentBytes - pdf.length)])

describe('a file of each kind', () => {
  test.each(Object.entries(acceptedFiles))('%s comes back byte for byte', async (name, content) => {
    const { attachmentId, content: texts } = await attach(server, { ...own, name, content })
    expect(Object.values(texts ?? {})).toEqual([{ text: name }])
    const { status, bytes } = await readFile(server, { ...own, attachmentId })
    expect([status, Buffer.compare(bytes, content)]).toEqual([200, 0])
  })

  test('is given out to be saved, under its name, and never to be shown, guessed at or kept', async () => {
    const { attachmentId } = await attach(server, { ...own, name: 'Acórdão nº 7 “final”.pdf' })
    const { headers } = await readFile(server, { ...own, attachmentId })
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename=".+\.pdf"; filename\*=UTF-8''Ac%C3%B3rd%C3%A3o%20n%C2%BA%207%20%E2%80%9Cfinal%E2%80%9D\.pdf$/,
    )
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    })
    const text = await attach(server, { ...own, name: 'notas.txt', content: new Uint8Array(Buffer.from('Notas.')) })
    const { headers: ofText } = await readFile(server, { ...own, attachmentId: text.attachmentId })
    expect(ofText.get('content-type')).toBe('text/plain')
  })
})

describe('what is not taken', () => {
  const html = new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>'))
  const svg = new Uint8Array(Buffer.from('\n <svg xmlns="http://www.w3.org/2000/svg"/>'))
  test.each([
    ['a page', 'page.html', html],
    ['a page that calls itself a text', 'page.txt', html],
    ['a drawing that calls itself a table', 'drawing.csv', svg],
    ['a drawing that calls itself a picture', 'drawing.png', svg],
    ['a document that ends like a page', 'judgment.html', pdf],
    ['a document that ends like a program', 'judgment.pdf.exe', pdf],
    ['a document that ends like a picture', 'judgment.png', pdf],
    ['bytes that are no text', 'notes.txt', new Uint8Array([72, 105, 0, 1, 2])],
    ['a spreadsheet that calls itself a document', 'x.docx', acceptedFiles['bienes.xlsx'] ?? pdf],
  ])('%s is refused in words that name the kinds', async (_what, name, content) => {
    const before = traces()
    const { status, body } = await sendFile(server, { ...own, name, content })
    expect([status, body]).toMatchObject([
      415,
      { code: 'unsupported-media-type', detail: expect.stringContaining('.pdf') },
    ])
    expect(traces()).toEqual(before)
  })

  test.each([
    ['a name with a folder', { name: '../../etc/passwd.pdf' }, 400],
    ['a name of another direction', { name: 'judgment\u202Efdp.pdf' }, 400],
    ['a name without words', { name: ' ' }, 400],
    ['a name that is too long', { name: `${'a'.repeat(limits.fileNameChars)}.pdf` }, 400],
    ['a name that is badly encoded', { headers: { 'plenaria-file-name': '%E0%A4%A' } }, 400],
    ['an empty file', { content: new Uint8Array() }, 400],
    ['a packed body', { headers: { 'content-encoding': 'gzip' } }, 400],
    ['a body of another kind', { headers: { 'content-type': 'application/json' } }, 415],
    ['a command id that is none', { commandId: 'x' }, 400],
    ['a case that does not exist', { caseId: 'nowhere' }, 404],
    ['a case whose name is none', { caseId: '__proto__' }, 404],
  ])('%s is refused', async (_what, change: Partial<Sending>, expected) => {
    const before = traces()
    expect((await sendFile(server, { ...own, ...change })).status).toBe(expected)
    expect(traces()).toEqual(before)
  })

  test('a file of the largest size is taken, one byte more is not', async () => {
    const mine = await newCase()
    const content = large()
    const { attachmentId } = await attach(server, { ...mine, content })
    const { bytes } = await readFile(server, { ...mine, attachmentId })
    expect(Buffer.compare(bytes, content)).toBe(0)
    const more = await sendFile(server, { ...mine, content: Buffer.concat([content, Buffer.from('x')]) })
    expect([more.status, more.body]).toMatchObject([413, { code: 'too-large' }])
  })

  test('more files than a case holds are refused, and there is room again when one is gone', async () => {
    const mine = await newCase()
    const ids = []
    for (let count = 0; count < limits.attachmentsPerCase; count++) ids.push((await attach(server, mine)).attachmentId)
    expect(await sendFile(server, mine)).toMatchObject({ status: 422, body: { code: 'not-now' } })
    const [attachmentId] = ids
    if (!attachmentId) throw new Error('nothing was attached')
    await command(server, mine.token, mine.meetingId, { type: 'attachment.remove', caseId: mine.caseId, attachmentId })
    expect((await sendFile(server, mine)).status).toBe(201)
  })
})

test('an upload that breaks off leaves nothing behind', async () => {
  const before = traces()
  const { token, meetingId, caseId } = own
  const url = new URL(`/api/meetings/${meetingId}/cases/${caseId}/attachments`, server.url)
  const upload = request(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'plenaria-file-name': 'a.pdf',
      'content-length': limits.attachmentBytes,
    },
  })
  upload.on('error', () => undefined)
  upload.write(Buffer.concat([pdf, randomBytes(1_000_000)]))
  await until(() => traces().incoming.length === 1, 'the upload has begun')
  upload.destroy()
  await until(() => traces().incoming.length === 0, 'what had come is gone')
  expect(traces()).toEqual(before)
})

test('a repeat with the same command id gets the first answer, also when both are under way at once', async () => {
  const mine = await newCase()
  const commandId = randomUUID()
  const answers = await Promise.all([1, 2].map(() => sendFile(server, { ...mine, commandId })))
  const again = await sendFile(server, { ...mine, commandId })
  expect(answers.map(({ status }) => status)).toEqual([201, 201])
  expect(new Set([...answers, again].map(({ body }) => JSON.stringify(body))).size).toBe(1)
})

test('two files at once are both kept, whole', async () => {
  const mine = await newCase()
  const contents = [randomBytes(3_000_000), randomBytes(2_000_000)].map((rest) => Buffer.concat([pdf, rest]))
  const added = await Promise.all(contents.map((content) => attach(server, { ...mine, content })))
  for (const [at, { attachmentId }] of added.entries()) {
    const { bytes } = await readFile(server, { ...mine, attachmentId })
    expect(Buffer.compare(bytes, contents[at] ?? Buffer.alloc(0))).toBe(0)
  }
})

test('the others hear of a file at once, and a snapshot has it with its name and who added it', async () => {
  const { observer, participant } = cast.people
  const socket = await connectSocket(server, observer.token)
  const mine = await newCase()
  const { attachmentId } = await attach(server, mine)
  const later = await connectSocket(server, observer.token)
  const { state, content, people } = await later.snapshot(`meeting/${cast.meetingId}`)
  const [file] =
    (state as { cases: Record<string, { attachments: { nameId: string }[] }> }).cases[mine.caseId]?.attachments ?? []
  expect(file).toMatchObject({
    attachmentId,
    mediaType: 'application/pdf',
    bytes: pdf.length,
    addedById: participant.participantId,
  })
  expect(content[file?.nameId ?? '']?.text).toBe(pdfName)
  expect(people[participant.participantId]?.name).toBe('Bob')
  later.close()
  socket.close()
})

test('a file that was taken back is gone for everybody, with its bytes', async () => {
  const mine = await newCase()
  const { attachmentId } = await attach(server, mine)
  await command(server, cast.people.facilitator.token, mine.meetingId, {
    type: 'attachment.remove',
    caseId: mine.caseId,
    attachmentId,
  })
  expect((await readFile(server, { ...mine, attachmentId })).status).toBe(404)
  const { attachment_chunk: chunks = [] } = readTables(server.dataDir)
  expect(chunks.filter(({ attachment_id }) => attachment_id === attachmentId)).toEqual([])
})

test('a file is found in its own case only', async () => {
  const [one, other] = [await newCase(), await newCase()]
  const { attachmentId } = await attach(server, one)
  expect((await readFile(server, { ...other, attachmentId })).status).toBe(404)
})

test('who was removed reads no file any more', async () => {
  const mine = await newCase()
  const { attachmentId } = await attach(server, mine)
  const { token, participantId } = await cast.somebody()
  expect((await readFile(server, { ...mine, token, attachmentId })).status).toBe(200)
  await command(server, cast.organizerToken, cast.meetingId, { type: 'participant.remove', participantId })
  expect((await readFile(server, { ...mine, token, attachmentId })).status).toBe(401)
})

test('in a closed meeting files are read and none is added', async () => {
  const { organizerToken, meetingId } = cast
  const { attachmentId } = await attach(server, own)
  await command(server, organizerToken, meetingId, { type: 'meeting.open' })
  await command(server, organizerToken, meetingId, { type: 'meeting.close' })
  const before = traces()
  expect(await sendFile(server, own)).toMatchObject({ status: 422, body: { code: 'not-now' } })
  expect(traces()).toEqual(before)
  expect((await readFile(server, { ...own, attachmentId })).status).toBe(200)
})
