/** Sync tickets over real sockets. That they end after thirty seconds is held beside the source, with a clock by hand. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { type CallOptions, call, command } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { openDocument, type TestDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server
let cast: Cast
let board: string
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  board = `board/${cast.meeting.boards[0]?.boardId}`
})
afterAll(() => server.dispose())

const open: TestDocument[] = []
afterEach(() => {
  for (const document of open.splice(0)) document.destroy()
})

function connect(name: string, ticket: string): TestDocument {
  const document = openDocument(server, name, { ticket, confirm: true })
  open.push(document)
  return document
}

async function ticketFor(document: string, options: CallOptions = { token: cast.people.participant.token }) {
  const { status, body } = await call(server, 'POST', '/api/sync-tickets', { ...options, body: { document } })
  expect(status).toBe(201)
  expect(body).toEqual({ ticket: expect.any(String) })
  return (body as { ticket: string }).ticket
}

test('a ticket opens its document once, with the rights of its owner', async () => {
  const ticket = await ticketFor(board)
  const first = connect(board, ticket)
  await first.synced()
  expect(first.isWritable()).toBe(true)
  expect(await connect(board, ticket).refused()).toBe(closeCodes.signedOut)
  expect(first.provider.wsconnected).toBe(true)
})

test('a ticket of an observer opens the document for reading', async () => {
  const observed = connect(board, await ticketFor(board, { token: cast.people.observer.token }))
  await observed.synced()
  expect(observed.isWritable()).toBe(false)
})

test('a ticket for another document is refused, and used up by the attempt', async () => {
  const [created] = await command(server, cast.people.participant.token, cast.meetingId, {
    type: 'case.create',
    title: 'Caso',
  })
  const name = `case/${created?.type === 'case.created' ? created.caseId : ''}`
  const ticket = await ticketFor(board)
  expect(await connect(name, ticket).refused()).toBe(closeCodes.signedOut)
  expect(await connect(board, ticket).refused()).toBe(closeCodes.signedOut)
})

test.each(['', 'invented', 'x'.repeat(4_000)])(
  'the ticket "%.10s" is refused like no credential at all',
  async (ticket) => {
    expect(await connect(board, ticket).refused()).toBe(closeCodes.signedOut)
  },
)

test('two connections with one ticket at the same moment are one connection', async () => {
  const ticket = await ticketFor(board)
  const both = [connect(board, ticket), connect(board, ticket)]
  const outcomes = await Promise.all(
    both.map((document) => Promise.race([document.synced().then(() => 'open'), document.refused()])),
  )
  expect(outcomes.toSorted()).toEqual([closeCodes.signedOut, 'open'])
})

test('a ticket is made for a client that declares its id, and for one that has none', async () => {
  const { token } = cast.people.participant
  const declared = { token, body: { document: board, clientId: 4_294_967_295 } }
  expect((await call(server, 'POST', '/api/sync-tickets', declared)).status).toBe(201)
  const odd = { token, body: { document: board, clientId: -1 } }
  expect((await call(server, 'POST', '/api/sync-tickets', odd)).status).toBe(400)
})

test.each(['draft/one/two', 'case', 'case/', '/sync/board/x', 'board/a/b', 'board/constructor'])(
  'no ticket is made for %s, which names no document',
  async (document) => {
    const answer = await call(server, 'POST', '/api/sync-tickets', {
      token: cast.organizerToken,
      body: { document },
    })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'document' }] } })
  },
)
