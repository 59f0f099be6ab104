/** Which pages may call: the origin of every unsafe request and every socket is checked; no origin is no page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import NodeWebSocket from 'ws'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { call } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'
import { nextEvent } from '../support/until.ts'

const friend = 'https://friend.example.org'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer({ env: { ALLOWED_ORIGINS: friend } })
  cast = await gatherCast(server)
})
afterAll(() => server.dispose())

/** Each looks like ours in some way, and is not. */
function foreignOrigins(): string[] {
  const { port } = server
  return [
    'https://evil.example.org',
    'null',
    '',
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port + 1}`,
    'http://127.0.0.1',
    `http://127.0.0.1:${port}.evil.example.org`,
    `http://127.0.0.1:${port}/`,
    'http://friend.example.org',
    'https://sub.friend.example.org',
    'https://friend.example.org.evil.example.org',
    `${friend}, https://evil.example.org`,
  ]
}

function knownOrigins(): (string | undefined)[] {
  return [server.url, server.url.replace('127.0.0.1', 'localhost'), friend, undefined]
}

const headersOf = (origin: string | undefined) => (origin === undefined ? {} : { origin })

describe('an unsafe request', () => {
  test('is refused to foreign pages, whatever they hold', async () => {
    for (const origin of foreignOrigins()) {
      const answer = await call(server, 'POST', `/api/meetings/${cast.meetingId}/commands`, {
        token: cast.organizerToken,
        headers: { origin },
        body: { type: 'message.post', text: 'Forjado' },
      })
      expect([origin, answer.status]).toEqual([origin, 403])
      expect(answer.body).toMatchObject({ code: 'foreign-origin', status: 403 })
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
    const { body } = await call(
      server,
      'GET',
      `/api/meetings/${cast.meetingId}/streams/room/${cast.meeting.plenaryId}/messages`,
      { token: cast.organizerToken },
    )
    expect(body).toMatchObject({ messages: [] })
  })

  test('is refused for every method that changes something, on every path', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of ['/api/join', '/api/nothing', '/healthz', '/']) {
        const answer = await call(server, method, path, { headers: { origin: 'https://evil.example.org' } })
        expect([method, path, answer.status]).toEqual([method, path, 403])
      }
    }
  })

  test('is taken from our own pages, from those that were named, and from no page', async () => {
    for (const origin of knownOrigins()) {
      const answer = await call(server, 'POST', '/api/join', {
        headers: headersOf(origin),
        body: { code: cast.code, name: 'Eva' },
      })
      expect([origin, answer.status]).toEqual([origin, 201])
    }
  })
})

describe('a page of a named origin', () => {
  test('may read answers and send the cookie and our headers', async () => {
    const preflight = await call(server, 'OPTIONS', `/api/meetings/${cast.meetingId}`, {
      headers: {
        origin: friend,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,content-type,plenaria-seat',
      },
    })
    expect(preflight.status).toBe(204)
    const allowed = preflight.headers.get('access-control-allow-headers')?.toLowerCase().split(',')
    expect(allowed).toEqual(expect.arrayContaining(['authorization', 'content-type', 'plenaria-seat']))
    for (const { headers } of [preflight, await call(server, 'GET', '/api/seats', { headers: { origin: friend } })]) {
      expect(headers.get('access-control-allow-origin')).toBe(friend)
      expect(headers.get('access-control-allow-credentials')).toBe('true')
      expect(headers.get('vary')).toMatch(/origin/i)
    }
  })

  test('may read refusals, too', async () => {
    const refused = await call(server, 'GET', `/api/meetings/${cast.meetingId}`, { headers: { origin: friend } })
    expect(refused.status).toBe(401)
    expect(refused.headers.get('access-control-allow-origin')).toBe(friend)
  })

  test('is the only one: a foreign page may read nothing', async () => {
    for (const origin of foreignOrigins()) {
      const { headers } = await call(server, 'GET', '/api/seats', { headers: { origin } })
      expect([origin, headers.get('access-control-allow-origin')]).toEqual([origin, null])
    }
  })
})

describe.each(['polling', 'websocket'] as const)('socket.io by %s', (transport) => {
  const connect = (origin: string | undefined) =>
    connectSocket(server, {
      token: cast.people.participant.token,
      headers: headersOf(origin),
      transports: [transport],
    })

  test('is refused to foreign pages', async () => {
    for (const origin of foreignOrigins()) await expect(connect(origin), origin).rejects.toThrow()
  })

  test('is open to our own pages, to those that were named, and to no page', async () => {
    for (const origin of knownOrigins()) {
      const socket = await connect(origin)
      await socket.snapshot(`meeting/${cast.meetingId}`)
      socket.close()
    }
  })
})

describe('a document’s socket', () => {
  async function outcome(origin: string | undefined): Promise<number> {
    const address = `${server.url.replace('http', 'ws')}/sync/board/${cast.meeting.boards[0]?.boardId}`
    const socket = new NodeWebSocket(address, {
      headers: { authorization: `Bearer ${cast.people.participant.token}`, ...headersOf(origin) },
    })
    const first = await Promise.race([
      nextEvent<number>(socket, 'close', 'the socket closes'),
      nextEvent(socket, 'message', 'the document speaks').then(() => 0),
    ])
    socket.terminate()
    return first
  }

  test('is closed with 4403 for foreign pages', async () => {
    for (const origin of foreignOrigins())
      expect([origin, await outcome(origin)]).toEqual([origin, closeCodes.forbidden])
  })

  test('is open to our own pages, to those that were named, and to no page', async () => {
    for (const origin of knownOrigins()) expect([origin, await outcome(origin)]).toEqual([origin, 0])
  })
})
