/** Paging through a stream: its events forwards, a room's messages backwards, also those that memory has let go. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventsPage, type MessagesPage, messagesPage } from '../../shared/contracts/http.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { call } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'

/** More than a page of events, and more than memory keeps of texts that no state speaks of. */
const posted = 620

let server: Server
let cast: Cast
let room: string
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  room = `room/${cast.meeting.plenaryId}`
  const socket = await connectSocket(server, cast.people.participant.token)
  await Promise.all(
    Array.from({ length: posted }, (_, index) =>
      socket.command({ type: 'message.post', text: `Mensaje ${index + 1}`, language: 'es' }),
    ),
  )
  socket.close()
})
afterAll(() => server.dispose())

function read(path: string, token = cast.people.observer.token) {
  return call(server, 'GET', `/api/meetings/${cast.meetingId}/streams/${path}`, { token })
}

async function messages(query = ''): Promise<MessagesPage> {
  return messagesPage.strict().parse((await read(`${room}/messages${query}`)).body)
}

async function events(query = '', stream = room) {
  return eventsPage.strict().parse((await read(`${stream}${query}`)).body)
}

describe('the messages of a room', () => {
  test('are given latest first by page, each page in the order in which they were said', async () => {
    const pages: MessagesPage[] = [await messages()]
    for (let oldest = pages[0]?.messages[0]?.seq; pages.at(-1)?.more; oldest = pages.at(-1)?.messages[0]?.seq) {
      pages.push(await messages(`?before=${oldest}`))
    }
    expect(pages.slice(0, -1).map((page) => page.messages.length)).toEqual(Array(12).fill(limits.pageMessages))
    const all = pages.toReversed().flatMap((page) => page.messages)
    expect(all.map(({ seq, text, language }) => [seq, text, language])).toEqual(
      Array.from({ length: posted }, (_, index) => [index + 1, `Mensaje ${index + 1}`, 'es']),
    )
    const { participantId } = cast.people.participant
    for (const page of pages) expect(page.people).toEqual({ [participantId]: { name: 'Bob' } })
    expect(new Set(all.map(({ authorId }) => authorId))).toEqual(new Set([participantId]))
  })

  test('end where they began: a page before the first one is empty', async () => {
    expect(await messages('?before=1')).toEqual({ messages: [], people: {}, more: false })
    const { messages: only, more } = await messages('?before=51')
    expect([only.length, more]).toEqual([50, false])
  })

  test('agree with what a snapshot carries', async () => {
    const socket = await connectSocket(server, cast.people.observer.token)
    const { state, seq } = await socket.snapshot(room)
    const { messages: latest } = await messages()
    expect(seq).toBe(posted)
    expect(state).toMatchObject({
      messageCount: posted,
      messages: latest.map(({ messageId, seq, at, authorId }) => ({ messageId, seq, at, authorId })),
    })
    socket.close()
  })
})

describe('the events of a stream', () => {
  test('are given from the first on by page, with the texts beside them', async () => {
    const first = await events()
    expect([first.events.length, first.more]).toEqual([limits.pageEvents, true])
    const rest = await events(`?after=${first.events.at(-1)?.seq}`)
    expect(rest.more).toBe(false)
    const all = [...first.events, ...rest.events]
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: posted }, (_, index) => index + 1))
    expect(all.map(({ content }) => Object.values(content ?? {})[0]?.text)).toEqual(
      all.map(({ seq }) => `Mensaje ${seq}`),
    )
  })

  test('are none after the last one', async () => {
    expect(await events(`?after=${posted}`)).toEqual({ events: [], more: false })
    expect(await events('?after=999999')).toEqual({ events: [], more: false })
  })

  test('may be asked for with the stream’s name in one segment of the path', async () => {
    const [kind, id] = room.split('/')
    for (const separator of ['/', '%2F', '%2f']) {
      expect(await events(`?after=${posted - 1}`, `${kind}${separator}${id}`)).toMatchObject({
        events: [{ seq: posted }],
      })
    }
    expect((await read(`${kind}%2F${id}/messages`)).status).toBe(200)
  })

  test.each([
    '?after=-1',
    '?after=1.5',
    '?after=x',
    '?after=1&after=2',
    '?before=1',
    '?after=1&limit=9',
    '?__proto__=1',
  ])('%s is refused', async (query) => {
    expect(await read(`${room}${query}`)).toMatchObject({ status: 400, body: { code: 'invalid-request' } })
  })
})

test.each(['?before=0', '?before=-1', '?before=x', '?after=1'])('messages %s are refused', async (query) => {
  expect(await read(`${room}/messages${query}`)).toMatchObject({ status: 400, body: { code: 'invalid-request' } })
})
