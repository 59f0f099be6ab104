/** Seats of a browser session: several people on one laptop, each window with its own, told apart by cookie and seat. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import NodeWebSocket from 'ws'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { frameTypes } from '../../shared/contracts/sync.ts'
import { type Answer, call, invite } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'
import { nextEvent } from '../support/until.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
})
afterAll(() => server.dispose())

/** A laptop: it keeps the one cookie as a browser would, and sends it back. */
function laptop(firstCookie?: string) {
  let cookie = firstCookie
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await call(server, method, path, {
      ...(body === undefined ? {} : { body }),
      headers: { ...(cookie === undefined ? {} : { cookie }), ...headers },
    })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer
  }
  return {
    send,
    cookie: () => cookie ?? '',
    async sit(name: string): Promise<string> {
      const { token } = await invite(server, cast.organizerToken, cast.meetingId, { role: 'participant', name })
      const { body } = await send('POST', '/api/join', { token })
      return (body as { participant: { id: string } }).participant.id
    },
    async me(headers: Record<string, string> = {}, query = '') {
      const answer = await send('GET', `/api/meetings/${cast.meetingId}${query}`, undefined, headers)
      return answer.status === 200 ? (answer.body as { me: { participantId: string } }).me.participantId : answer.status
    },
  }
}

/** How a document begins for a browser: by what the server's own first frame says, or by the code that closes it. */
async function documentAs(cookie: string, seat: string | undefined): Promise<string | number> {
  const name = `board/${cast.meeting.boards[0]?.boardId}`
  const query = `confirm=1${seat === undefined ? '' : `&seat=${seat}`}`
  const socket = new NodeWebSocket(`${server.url.replace('http', 'ws')}/sync/${name}?${query}`, { headers: { cookie } })
  const isAccess = (frame: Uint8Array) => frame[0] === frameTypes.access
  const outcome = await Promise.race([
    nextEvent<Uint8Array>(socket, 'message', 'the document says its access', isAccess).then(([, writable]) =>
      writable === 1 ? 'writable' : 'read-only',
    ),
    nextEvent<number>(socket, 'close', 'the document closes'),
  ])
  socket.terminate()
  return outcome
}

const setCookieOf = ({ headers }: Answer) => headers.getSetCookie()

describe('one browser with three seats', () => {
  test('keeps one cookie, takes the last joined as the default, and chooses by header or by query', async () => {
    const browser = laptop()
    const ana = await browser.sit('Ana')
    const cookie = browser.cookie()
    const luis = await browser.sit('Luis')
    const ines = await browser.sit('Inés')
    expect(browser.cookie()).toBe(cookie)

    expect(await browser.me()).toBe(ines)
    for (const seat of [ana, luis, ines]) {
      expect(await browser.me({ 'Plenaria-Seat': seat })).toBe(seat)
      expect(await browser.me({}, `?seat=${seat}`)).toBe(seat)
    }
    const { body } = await browser.send('GET', '/api/seats')
    expect(body).toEqual({
      seats: [ana, luis, ines].map((participantId) => ({ participantId, meetingId: cast.meetingId })),
    })
  })

  test('has one seat of a person who opens their link again, and it is the newest', async () => {
    const browser = laptop()
    const { token } = await invite(server, cast.organizerToken, cast.meetingId, { role: 'participant', name: 'Ana' })
    const { body } = await browser.send('POST', '/api/join', { token })
    const ana = (body as { participant: { id: string } }).participant.id
    const luis = await browser.sit('Luis')
    await browser.send('POST', '/api/join', { token })
    expect(await browser.me()).toBe(ana)
    const answer = await browser.send('GET', '/api/seats')
    expect(answer.body).toEqual({
      seats: [luis, ana].map((participantId) => ({ participantId, meetingId: cast.meetingId })),
    })
  })

  test('has a seat in each of two meetings, and the page’s choice decides which is asked', async () => {
    const browser = laptop()
    const here = await browser.sit('Ana')
    const { token } = await invite(server, cast.elsewhere.organizerToken, cast.elsewhere.meeting.id, {
      role: 'participant',
      name: 'Ana',
    })
    await browser.send('POST', '/api/join', { token })
    // The last joined is a seat elsewhere: for this meeting it is a stranger's.
    expect(await browser.me()).toBe(404)
    expect(await browser.me({ 'Plenaria-Seat': here })).toBe(here)
  })

  test('opens a socket for the seat that the page chose', async () => {
    const browser = laptop()
    const ana = await browser.sit('Ana')
    const luis = await browser.sit('Luis')
    for (const [seat, expected] of [
      [ana, ana],
      [undefined, luis],
    ] as const) {
      const credentials = { headers: { cookie: browser.cookie() }, ...(seat === undefined ? {} : { seat }) }
      const socket = await connectSocket(server, credentials)
      await socket.snapshot(`person/${expected}`)
      socket.close()
    }
  })

  test('opens a document for the seat that the page chose', async () => {
    const browser = laptop()
    const writer = await browser.sit('Ana')
    const { token } = await invite(server, cast.organizerToken, cast.meetingId, { role: 'observer', name: 'Otto' })
    const { body } = await browser.send('POST', '/api/join', { token })
    const reader = (body as { participant: { id: string } }).participant.id
    const stranger = cast.people.organizer.participantId
    const outcomes = []
    for (const seat of [writer, reader, undefined, stranger]) outcomes.push(await documentAs(browser.cookie(), seat))
    expect(outcomes).toEqual(['writable', 'read-only', 'read-only', closeCodes.signedOut])
  })

  test('cannot choose a seat that is not its own', async () => {
    const browser = laptop()
    await browser.sit('Ana')
    const { participantId } = cast.people.organizer
    expect(await browser.me({ 'Plenaria-Seat': participantId })).toBe(401)
    expect(await browser.me({}, `?seat=${participantId}`)).toBe(401)
    const attempt = connectSocket(server, { headers: { cookie: browser.cookie() }, seat: participantId })
    await expect(attempt).rejects.toThrow('unauthorized')
  })

  test('has nobody act whose choice cannot be read, rather than the default', async () => {
    const browser = laptop()
    const ana = await browser.sit('Ana')
    const luis = await browser.sit('Luis')
    expect(await browser.me({}, `?seat=${ana}&seat=${luis}`)).toBe(401)
    expect(await browser.me({ 'Plenaria-Seat': '' })).toBe(401)
    for (const seat of [7, null, [ana], '']) {
      const attempt = connectSocket(server, { headers: { cookie: browser.cookie() }, seat: seat as string })
      await expect(attempt).rejects.toThrow('unauthorized')
    }
  })

  test('gives way to a bearer token, even to one that does not hold', async () => {
    const browser = laptop()
    await browser.sit('Ana')
    const { token, participantId } = cast.people.observer
    expect(await browser.me({ authorization: `Bearer ${token}` })).toBe(participantId)
    expect(await browser.me({ authorization: 'Bearer invented' })).toBe(401)
  })

  test('keeps its other seats when one of them is removed', async () => {
    const browser = laptop()
    const ana = await browser.sit('Ana')
    const luis = await browser.sit('Luis')
    const body = { type: 'participant.remove', participantId: luis }
    await call(server, 'POST', `/api/meetings/${cast.meetingId}/commands`, { token: cast.organizerToken, body })
    expect(await browser.me()).toBe(ana)
    expect(await browser.me({ 'Plenaria-Seat': luis })).toBe(401)
  })
})

describe('the cookie', () => {
  test('is one, HttpOnly, SameSite=Lax, for the whole site and until the browser closes', async () => {
    const answer = await call(server, 'POST', '/api/join', { body: { code: cast.code, name: 'Ana' } })
    const [cookie, ...others] = setCookieOf(answer)
    expect(others).toEqual([])
    const [pair = '', ...attributes] = (cookie ?? '').split('; ')
    expect(pair).toMatch(/^plenaria_session=[A-Za-z0-9_-]{43}$/)
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax'])
  })

  test('is no bearer token, and no bearer token is a cookie', async () => {
    const browser = laptop()
    await browser.sit('Ana')
    const [, secret = ''] = browser.cookie().split('=')
    const path = `/api/meetings/${cast.meetingId}`
    expect((await call(server, 'GET', path, { token: secret })).status).toBe(401)
    expect(await laptop(`plenaria_session=${cast.organizerToken}`).me()).toBe(401)
  })

  test('that somebody made up is not adopted: the session gets a secret of the server’s own', async () => {
    const fixed = laptop('plenaria_session=chosen-by-an-attacker')
    await fixed.sit('Ana')
    expect(fixed.cookie()).toMatch(/^plenaria_session=[A-Za-z0-9_-]{43}$/)
    expect(await laptop('plenaria_session=chosen-by-an-attacker').me()).toBe(401)
  })

  test('is not given to whoever is refused', async () => {
    const refused = await call(server, 'POST', '/api/join', { body: { code: 'AAAAAA', name: 'Ana' } })
    expect(refused.status).toBe(401)
    expect(setCookieOf(refused)).toEqual([])
  })

  test('that does not hold looks like none at all', async () => {
    const answers = [
      await laptop('plenaria_session=invented').send('GET', `/api/meetings/${cast.meetingId}`),
      await laptop('plenaria_session=').send('GET', `/api/meetings/${cast.meetingId}`),
      await laptop().send('GET', `/api/meetings/${cast.meetingId}`),
    ].map(({ status, body }) => JSON.stringify([status, body]))
    expect(new Set(answers).size).toBe(1)
    expect((await laptop('plenaria_session=invented').send('GET', '/api/seats')).body).toEqual({ seats: [] })
  })
})

describe('behind an https address', () => {
  test('the cookie is Secure, and the links carry that address', async () => {
    const secure = await startServer({ env: { PUBLIC_URL: 'https://plenaria.example.org' } })
    try {
      const target = { ...secure, url: `http://127.0.0.1:${secure.port}` }
      const { code, meetingId, organizerToken } = await gatherCast(target)
      const answer = await call(target, 'POST', '/api/join', { body: { code, name: 'Ana' } })
      expect(setCookieOf(answer)[0]).toMatch(/^plenaria_session=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
      const { url } = await invite(target, organizerToken, meetingId, { role: 'observer', name: 'Otto' })
      expect(url).toMatch(/^https:\/\/plenaria\.example\.org\/j#[\w-]+$/)
    } finally {
      await secure.dispose()
    }
  })
})
