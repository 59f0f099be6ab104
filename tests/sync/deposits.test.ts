/** Words that came too late for their document: rules of server/sync/SPEC.md, on a real server and over real sockets. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Deposits } from '../../server/sync/Deposits.ts'
import { encodeSync } from '../../server/sync/frames.ts'
import type { StoredDeposit } from '../../server/sync/ports.ts'
import type { DepositId, DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { insertedText } from '../../shared/documents/insertedText.ts'
import { call, command } from '../support/api.ts'
import { type Cast, gatherCast, type Person } from '../support/cast.ts'
import { openDocument, type TestDocument } from '../support/document.ts'
import { handDrivenHub, settle, theCase } from '../support/handDriven.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'
import { insertion, textIn, update } from '../support/syncFrames.ts'
import { until } from '../support/until.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  await command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.open' })
})
afterAll(() => server.dispose())

const opened: TestDocument[] = []
afterEach(() => {
  for (const document of opened.splice(0)) document.destroy()
})

async function newCase(): Promise<DocumentName> {
  const create = { type: 'case.create' as const, title: 'Caso' }
  const [created] = await command(server, cast.people.facilitator.token, cast.meetingId, create)
  return `case/${created?.type === 'case.created' ? created.caseId : ''}`
}

async function open(document: DocumentName, { token }: Pick<Person, 'token'>, doc = new Y.Doc()) {
  const one = openDocument(server, document, { token, confirm: true, doc })
  opened.push(one)
  await one.synced()
  return one
}

const asOrganizer = (body: Parameters<typeof command>[3]) => command(server, cast.organizerToken, cast.meetingId, body)

async function deposit(document: DocumentName, { token }: Pick<Person, 'token'>, body: Uint8Array) {
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await call(server, 'POST', `/api/documents/${document}/deposits`, { token, body, headers })
  return { status: answer.status, depositId: (answer.body as { deposit?: DepositId }).deposit ?? ('none' as DepositId) }
}

/** Somebody writes `online`, loses the line, and writes on while their document is locked. */
async function writesWhileLocked(who: Person) {
  const document = await newCase()
  const own = await open(document, who)
  own.doc.getText('t').insert(0, 'online ')
  await own.saved()
  own.leave()
  const before = Y.encodeStateVector(own.doc)
  await asOrganizer({ type: 'document.lock', document })
  own.doc.getText('t').insert(own.doc.getText('t').length, 'y sin red')
  return { document, own, unsent: Y.encodeStateAsUpdate(own.doc, before) }
}

test('[DE1] [DE2] words written while a document was locked are taken in as their author’s', async () => {
  const author = cast.people.participant
  const { document, unsent } = await writesWhileLocked(author)
  const watching = await connectSocket(server, cast.organizerToken)
  const mine = await connectSocket(server, author.token)
  const others = await connectSocket(server, cast.people.rapporteur.token)
  const { status, depositId } = await deposit(document, author, unsent)
  expect(status).toBe(202)
  const received = await until(
    () => watching.events.find((event) => event.type === 'deposit.received'),
    'the moderators are told',
  )
  expect(received).toMatchObject({ depositId, document, participantId: author.participantId })
  expect(Object.keys(received.people ?? {})).toEqual([author.participantId])
  const reader = await open(document, cast.people.rapporteur)
  expect(reader.doc.getText('t').toString()).toBe('online ')
  const view = await call(server, 'GET', `/api/documents/${encodeURIComponent(document)}/deposits/${depositId}`, {
    token: cast.people.facilitator.token,
  })
  expect(view.body).toMatchObject({ document, participantId: author.participantId, text: 'y sin red' })
  await asOrganizer({ type: 'deposit.accept', depositId })
  await until(() => reader.doc.getText('t').toString() === 'online y sin red', 'the words are in the document')
  await until(() => mine.events.some((event) => event.type === 'words.accepted'), 'the author is told')
  expect(others.events.filter(({ type }) => type.startsWith('deposit.') || type.startsWith('words.'))).toEqual([])
  const { body } = await call(server, 'GET', `/api/documents/${document}/authors`, { token: author.token })
  const { authors, clients } = body as { authors: { participantId: string }[]; clients: { stretches: object[] }[] }
  expect(authors.map(({ participantId }) => participantId)).toEqual([author.participantId])
  expect(clients).toHaveLength(1)
  expect(await call(server, 'GET', `/api/documents/${document}/deposits/${depositId}`, author)).toMatchObject({
    status: 404,
  })
  for (const socket of [watching, mine, others]) socket.close()
})

test('[DE1] declined words go, and their document never has them', async () => {
  const author = cast.people.participant
  const { document, unsent } = await writesWhileLocked(author)
  const { depositId } = await deposit(document, author, unsent)
  const mine = await connectSocket(server, author.token)
  await asOrganizer({ type: 'deposit.decline', depositId })
  await until(() => mine.events.some((event) => event.type === 'words.declined'), 'the author is told')
  const reader = await open(document, cast.people.rapporteur)
  expect(reader.doc.getText('t').toString()).toBe('online ')
  await expect(asOrganizer({ type: 'deposit.accept', depositId })).rejects.toThrow()
  mine.close()
})

test('[DE1] whoever was removed hands in what they wrote before they knew, and can do nothing else', async () => {
  const author = await cast.somebody({ name: 'Rémy' })
  const document = await newCase()
  const own = await open(document, author)
  own.leave()
  own.doc.getText('t').insert(0, 'antes de saberlo')
  await asOrganizer({ type: 'participant.remove', participantId: author.participantId })
  const { status, depositId } = await deposit(document, author, Y.encodeStateAsUpdate(own.doc))
  expect(status).toBe(202)
  expect((await call(server, 'GET', `/api/meetings/${cast.meetingId}`, { token: author.token })).status).toBe(401)
  await asOrganizer({ type: 'deposit.accept', depositId })
  const reader = await open(document, cast.people.rapporteur)
  await until(() => reader.doc.getText('t').toString() === 'antes de saberlo', 'the words are in the document')
})

test('[DE3] words without those before them, and bytes that are no words, are refused with what to do', async () => {
  const author = cast.people.participant
  const { document, own } = await writesWhileLocked(author)
  const before = Y.encodeStateVector(own.doc)
  own.doc.getText('t').insert(0, 'lo último ')
  const incomplete = await deposit(document, author, Y.encodeStateAsUpdate(own.doc, before))
  expect(incomplete.status).toBe(422)
  expect((await deposit(document, author, new Uint8Array([1, 2, 3]))).status).toBe(400)
  const answers = [
    await deposit('case/nowhere', author, new Uint8Array([0, 0])),
    await deposit(document, author, Y.encodeStateAsUpdate(own.doc)),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 202])
})

test('[DE3] words of somebody who may write are not even looked at', async () => {
  const { status } = await deposit(await newCase(), cast.people.participant, new Uint8Array([1, 2, 3]))
  expect(status).toBe(409)
})

test('[DE2] what a failing disk kept from its document is written a minute later', async () => {
  const { hub, store, clock } = handDrivenHub()
  const failures: string[] = []
  const depositId = 'd1' as DepositId
  const participantId = 'alice' as ParticipantId
  const stored = { depositId, document: theCase, participantId, scope: 'm1', update: insertion('tarde') }
  const waiting = new Set([depositId])
  const deposits = new Deposits({
    hub,
    failed: (error) => failures.push(error.message),
    store: {
      deposit: async () => {
        if (store.failure) throw store.failure
        return stored
      },
      acceptedDeposits: async () => [...waiting],
      removeDeposit: async (id) => void waiting.delete(id),
    },
  })
  store.failure = new Error('disk full')
  deposits.keepRecovering(clock)
  await settle()
  expect(failures).toEqual(['disk full'])
  store.failure = null
  clock.advance(60_000)
  await settle()
  expect([waiting.size, await textIn(hub)]).toEqual([0, 'tarde'])
})

test('[DE2] what was accepted when the server died is written at the next start, once', async () => {
  const { hub, store } = handDrivenHub()
  const deposits = new Map<DepositId, StoredDeposit>()
  const depositId = 'd1' as DepositId
  const participantId = 'alice' as ParticipantId
  deposits.set(depositId, { depositId, document: theCase, participantId, scope: 'm1', update: insertion('tarde') })
  const ports = {
    hub,
    failed: (error: Error) => expect.unreachable(error.message),
    store: {
      deposit: async (id: DepositId) => deposits.get(id) ?? null,
      acceptedDeposits: async () => [...deposits.keys()],
      removeDeposit: async (id: DepositId) => void deposits.delete(id),
    },
  }
  store.hold()
  const settling = new Deposits(ports).settle(depositId)
  await settle()
  expect(deposits.size).toBe(1)
  store.release()
  await settling
  expect([deposits.size, store.rows.length]).toEqual([0, 1])
  deposits.set(depositId, { depositId, document: theCase, participantId, scope: 'm1', update: insertion('más tarde') })
  await new Deposits(ports).recover()
  await new Deposits(ports).recover()
  expect(store.rows).toHaveLength(2)
  expect(await textIn(hub)).toContain('más tarde')
})

test('[DE3] [AU3] a deposit does not write for somebody who is here, handed in or accepted', async () => {
  const { hub, connect, store } = handDrivenHub()
  const own = new Y.Doc()
  const anna = connect('anna', { confirm: true, clientId: own.clientID })
  await settle()
  anna.client.receive(encodeSync('step2', Y.encodeStateAsUpdate(own)))
  anna.client.receive(update('mine', own))
  await settle()
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(own))
  copy.clientID = own.clientID
  const forged = insertion('never said ', copy)
  const ben = 'ben' as ParticipantId
  const stored = { depositId: 'd1' as DepositId, document: theCase, participantId: ben, scope: 'm1', update: forged }
  const removed: DepositId[] = []
  const deposits = new Deposits({
    hub,
    failed: (error) => expect.unreachable(error.message),
    store: {
      deposit: async () => stored,
      acceptedDeposits: async () => [],
      removeDeposit: async (id) => void removed.push(id),
    },
  })
  expect(await deposits.check(theCase, ben, forged)).toBe('forged')
  await expect(deposits.settle(stored.depositId)).rejects.toThrow()
  anna.client.receive(update('my own ', own))
  await settle()
  expect([await textIn(hub), removed, store.rows.length]).toEqual(['my own mine', [], 2])
})

test('the words of an update are told without those that the document has', () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'uno dos')
  const base = new Y.Doc()
  Y.applyUpdate(base, Y.encodeStateAsUpdate(doc))
  doc.getText('t').insert(7, ' tres')
  doc.getMap('fields').set('weapon', 'Glock 19')
  doc.getText('t').delete(0, 1)
  expect(insertedText(Y.encodeStateAsUpdate(doc), base)).toBe(' tres\nGlock 19')
})
