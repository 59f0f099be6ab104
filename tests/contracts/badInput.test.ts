/**
 * What nobody should send: each is answered with a problem of the contract, tells nothing of the inside, and leaves the
 * server as it was.
 */
import { request } from 'node:http'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../shared/contracts/limits.ts'
import { problem, problemTable } from '../../shared/contracts/problems.ts'
import { type Answer, type CallOptions, call } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { readTables } from '../support/database.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server
let cast: Cast
let routes: { path: string; token: string; body: Record<string, unknown> }[]
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  const token = cast.organizerToken
  const meeting = `/api/meetings/${cast.meetingId}`
  routes = [
    { path: '/api/meetings', token: server.organizerKey, body: newMeeting },
    { path: '/api/join', token, body: { code: cast.code, name: 'Eva' } },
    { path: `${meeting}/invitations`, token, body: { role: 'observer', name: 'Otto' } },
    { path: `${meeting}/commands`, token, body: { type: 'message.post', text: 'Hola' } },
    { path: '/api/sync-tickets', token, body: { document: `board/${cast.meeting.boards[0]?.boardId}` } },
  ]
})
afterAll(() => server.dispose())

afterEach(async () => {
  // Whatever was sent, the next person is served.
  expect((await call(server, 'GET', `/api/meetings/${cast.meetingId}`, { token: cast.organizerToken })).status).toBe(
    200,
  )
  expect(server.errors()).toBe('')
  expect(server.logs().filter(({ level }) => level >= 50)).toEqual([])
})

const newMeeting = {
  title: 'Reunión',
  template: 'blank',
  languages: ['es'],
  timezone: 'America/Panama',
  startsOn: '2026-03-10',
  endsOn: '2026-03-11',
}

/** The problem in an answer, whole and with nothing of the inside in it. */
function problemIn({ status, headers, body }: Answer) {
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json(;|$)/)
  const found = problem.strict().parse(body)
  expect(found).toMatchObject({ status, title: problemTable[found.code].title })
  expect(found.detail).not.toBe('')
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\.[jt]s:\d|\bat [\w.]+ \(|<html|<!doctype/i)
  return found
}

/** Sends a path as it is: `fetch` would tidy it up. */
function callRaw(method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => {
        const type = String(response.headers['content-type'] ?? '')
        resolve({
          status: response.statusCode ?? 0,
          headers: new Headers({ 'content-type': type }),
          body: /json/.test(type) ? JSON.parse(text) : text,
        })
      })
    })
    sent.on('error', reject).end()
  })
}

async function onEach(make: (route: (typeof routes)[number]) => CallOptions): Promise<[string, Answer][]> {
  const answers: [string, Answer][] = []
  for (const route of routes) {
    answers.push([route.path, await call(server, 'POST', route.path, { token: route.token, ...make(route) })])
  }
  return answers
}

describe('a body', () => {
  test('with a field that is not known is refused there, not stripped of it', async () => {
    const before = readTables(server.dataDir)
    for (const extra of ['colour', 'constructor', 'hasOwnProperty', 'id', 'seat']) {
      for (const [path, answer] of await onEach(({ body }) => ({ body: { ...body, [extra]: 'x' } }))) {
        expect([path, answer.status]).toEqual([path, 400])
        const { code, errors } = problemIn(answer)
        expect([path, code, errors?.map((error) => error.path)]).toEqual([path, 'invalid-request', [extra]])
      }
    }
    expect(readTables(server.dataDir)).toEqual(before)
  })

  test('that reaches for the prototype is refused and changes nobody’s', async () => {
    const pollutions = ['{"__proto__": {"polluted": true}, ', '{"constructor": {"prototype": {"polluted": true}}, ']
    for (const start of pollutions) {
      for (const [path, answer] of await onEach(({ body }) => ({ body: start + JSON.stringify(body).slice(1) }))) {
        expect([path, answer.status]).toEqual([path, 400])
        problemIn(answer)
      }
    }
  })

  test.each(['{', '[1,', '{"a": 1,}', "{'a': 1}", 'undefined', 'NaN', '\u0000', '{"a": 1} {"b": 2}'])(
    'of %j is not JSON',
    async (body) => {
      for (const [path, answer] of await onEach(() => ({ body }))) {
        expect([path, answer.status]).toEqual([path, 400])
        expect(problemIn(answer).code).toBe('invalid-request')
      }
    },
  )

  test.each(['null', '7', '"text"', 'true', '[]', '[[]]', '{}', ''])('of %j is not what is asked for', async (body) => {
    for (const [path, answer] of await onEach(() => ({ body }))) {
      expect([path, answer.status]).toEqual([path, 400])
      expect(problemIn(answer).code).toBe('invalid-request')
    }
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json-seq',
    'application/json; charset=utf-16le-nonsense',
    'nonsense',
  ])('of type %s is refused with 415', async (type) => {
    for (const [path, answer] of await onEach(({ body }) => ({ body, headers: { 'content-type': type } }))) {
      expect([path, answer.status]).toEqual([path, 415])
      expect(problemIn(answer).code).toBe('unsupported-media-type')
    }
  })

  test('in a compression that nobody asked for is refused with 415', async () => {
    const headers = { 'content-encoding': 'lzma' }
    for (const [path, answer] of await onEach(({ body }) => ({ body, headers }))) {
      expect([path, answer.status]).toEqual([path, 415])
      problemIn(answer)
    }
  })

  test('over the limit is refused with 413, and one under it is read', async () => {
    const sized = (bytes: number) => JSON.stringify({ filler: 'x'.repeat(bytes - '{"filler":""}'.length) })
    for (const [path, answer] of await onEach(() => ({ body: sized(limits.httpBodyBytes + 1) }))) {
      expect([path, answer.status]).toEqual([path, 413])
      expect(problemIn(answer).code).toBe('too-large')
    }
    for (const [path, answer] of await onEach(() => ({ body: sized(limits.httpBodyBytes) }))) {
      expect([path, answer.status]).toEqual([path, 400])
      problemIn(answer)
    }
  })

  test('with a hundred thousand levels is refused like any other', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`
      for (const [path, answer] of await onEach(() => ({ body: deep }))) {
        expect([path, answer.status]).toEqual([path, 400])
        expect(JSON.stringify(problemIn(answer)).length).toBeLessThan(2_000)
      }
    }
  })

  test('of chance is thanked or refused, and never a failure of the server', async () => {
    const value = fc.jsonValue({ maxDepth: 3 })
    for (const { path, token, body } of routes) {
      const keys = fc.constantFrom(...Object.keys(body))
      const damaged = fc.dictionary(keys, value, { maxKeys: 2 }).map((changes) => ({ ...body, ...changes }))
      const property = fc.asyncProperty(fc.oneof(value, damaged), async (sent) => {
        const answer = await call(server, 'POST', path, { token, body: JSON.stringify(sent) })
        expect(answer.status).toBeLessThan(500)
        if (answer.status >= 400) problemIn(answer)
      })
      await fc.assert(property, { seed: 7, numRuns: 40 })
    }
  })
})

describe('a path', () => {
  const page = { accept: 'text/html,application/xhtml+xml' }

  test.each([
    '/api',
    '/api/',
    '/api/nothing',
    '/api/meetings',
    '/api/meetings/x/y/z',
    '/api/documents/case/x/deposits',
  ])('%s with nothing behind it is 404, and JSON for a browser, too', async (path) => {
    for (const headers of [{}, page]) {
      const answer = await call(server, 'GET', path, { headers, token: cast.organizerToken })
      expect(answer.status).toBe(404)
      expect(problemIn(answer).code).toBe('not-found')
    }
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'POST'])('takes %s only where the contract says so', async (method) => {
    for (const path of ['/api/openapi.json', `/api/meetings/${cast.meetingId}`, '/healthz', '/']) {
      const answer = await call(server, method, path, { token: cast.organizerToken })
      expect([path, answer.status]).toEqual([path, 404])
      problemIn(answer)
    }
  })

  test.each([
    '/api/meetings/%',
    '/api/meetings/%E0%A4%A',
    '/api/%zz',
    '/%',
    '/%c0%ae%c0%ae/etc/passwd',
    '/assets/%ff',
    '/api/meetings/%00',
  ])('%s, which is badly encoded or names nothing, is refused', async (path) => {
    for (const headers of [{}, { authorization: `Bearer ${cast.organizerToken}` }]) {
      const answer = await callRaw('GET', path, headers)
      expect([400, 401, 404]).toContain(answer.status)
      expect(problemIn(answer).detail).not.toMatch(/body/)
    }
  })

  test.each([
    '/../server/main.js',
    '/..%2fserver%2fmain.js',
    '/assets/../../server/main.js',
    '/assets/..%2f..%2fserver%2fmain.js',
    '/assets/%2e%2e/%2e%2e/server/main.js',
    '//etc/passwd',
    '/assets//etc/passwd',
    '/.git/config',
    '/assets/.env',
    '/%00',
  ])('%s leads to no file: to the page at most', async (path) => {
    const answer = await callRaw('GET', path)
    if (answer.status !== 200) problemIn(answer)
    else expect(answer.body).toBe((await call(server, 'GET', '/')).body)
  })

  test('of thousands of characters is 404, and one over what HTTP takes is turned away', async () => {
    problemIn(await callRaw('GET', `/api/${'x'.repeat(8_000)}`))
    problemIn(
      await callRaw('GET', `/api/meetings/${'x'.repeat(8_000)}`, { authorization: `Bearer ${cast.organizerToken}` }),
    )
    expect((await callRaw('GET', `/${'x'.repeat(40_000)}`)).status).toBe(431)
  })

  test('with a meeting id of another kind is 404', async () => {
    for (const id of ['__proto__', 'constructor', 'null', '0', '%20', "'", '*', 'x'.repeat(65)]) {
      const answer = await call(server, 'GET', `/api/meetings/${id}`, { token: cast.organizerToken })
      expect([id, answer.status]).toEqual([id, 404])
    }
  })
})

describe('a credential', () => {
  test.each([
    'Bearer',
    'Bearer ',
    'Basic YTpi',
    'bearer invented',
    'Bearer a b',
    `Bearer ${'x'.repeat(7_000)}`,
    'Bearer \u00ff\u00fe',
    'Bearer null',
    'Bearer undefined',
  ])('of "%.20s" is none', async (authorization) => {
    const answer = await callRaw('GET', `/api/meetings/${cast.meetingId}`, { authorization })
    expect(answer.status).toBe(401)
    expect(problemIn(answer).code).toBe('unauthorized')
  })

  test('of a scheme in other letters is the same', async () => {
    for (const scheme of ['bearer', 'BEARER']) {
      const authorization = `${scheme} ${cast.organizerToken}`
      expect((await callRaw('GET', `/api/meetings/${cast.meetingId}`, { authorization })).status).toBe(200)
    }
  })
})
