/** What those who run the server ask it: alive, ready, metrics; and who may read the last. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'
import { until } from '../support/until.ts'

const metricsToken = 'a-token-for-the-metrics'

let open: Server
let closed: Server
let cast: Cast
beforeAll(async () => {
  open = await startServer()
  closed = await startServer({ env: { METRICS_TOKEN: metricsToken } })
  cast = await gatherCast(open)
})
afterAll(async () => {
  await open.dispose()
  await closed.dispose()
})

test('it says that it is alive and ready, to anybody and without a credential', async () => {
  for (const headers of [{}, { origin: 'https://evil.example.org' }, { authorization: 'Bearer invented' }]) {
    expect(await call(open, 'GET', '/healthz', { headers })).toMatchObject({ status: 200, body: { status: 'ok' } })
    expect(await call(open, 'GET', '/readyz', { headers })).toMatchObject({ status: 200, body: { status: 'ready' } })
  }
})

describe('metrics without METRICS_TOKEN', () => {
  test('are Prometheus text for this machine', async () => {
    const { status, headers, body } = await call(open, 'GET', '/metrics')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toMatch(/^text\/plain; ?(version=|charset=)/)
    for (const line of String(body)
      .split('\n')
      .filter((one) => one !== '')) {
      expect(line).toMatch(/^(# (HELP|TYPE) |[a-zA-Z_:][\w:]*(\{[^}]*\})? \S+$)/)
    }
    expect(body).toContain('process_cpu_user_seconds_total')
  })

  test.each(['X-Forwarded-For', 'X-Forwarded-Host', 'x-forwarded-proto', 'Forwarded', 'X-Real-IP', 'Via'])(
    'are refused to a request that was forwarded, as %s says',
    async (header) => {
      const answer = await call(open, 'GET', '/metrics', { headers: { [header]: '127.0.0.1' } })
      expect(answer).toMatchObject({ status: 401, body: { code: 'unauthorized' } })
    },
  )
})

describe('metrics with METRICS_TOKEN', () => {
  test('are for its bearer, forwarded or not', async () => {
    for (const headers of [{}, { 'x-forwarded-for': '203.0.113.7' }]) {
      expect((await call(closed, 'GET', '/metrics', { token: metricsToken, headers })).status).toBe(200)
    }
  })

  test('are refused to this machine without it, with a wrong one and with the organizer key', async () => {
    const answers = []
    for (const token of [undefined, 'wrong', closed.organizerKey, `${metricsToken}x`, metricsToken.toUpperCase()]) {
      const { status, body } = await call(closed, 'GET', '/metrics', token === undefined ? {} : { token })
      answers.push(JSON.stringify([status, body]))
    }
    expect(new Set(answers).size).toBe(1)
    expect(JSON.parse(answers[0] ?? '')[0]).toBe(401)
  })
})

test('metrics count commands by outcome and connections, and hold no id, name or code', async () => {
  const read = async () => String((await call(open, 'GET', '/metrics')).body)
  const countOf = (text: string, metric: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${metric} `))
        ?.split(' ')[1] ?? 0,
    )
  const accepted = 'plenaria_commands_total{type="message.post",outcome="accepted"}'
  const refused = 'plenaria_commands_total{type="message.post",outcome="forbidden"}'

  const before = await read()
  const socket = await connectSocket(open, cast.organizerToken)
  const observer = await connectSocket(open, cast.people.observer.token)
  await socket.command({ type: 'message.post', text: 'Zyzzyva' })
  await observer.command({ type: 'message.post', text: 'Zyzzyva' })
  await socket.command({ type: 'zyzzyva.command' })
  const during = await read()
  expect(countOf(during, accepted) - countOf(before, accepted)).toBe(1)
  expect(countOf(during, refused) - countOf(before, refused)).toBe(1)
  expect(countOf(during, 'plenaria_sockets') - countOf(before, 'plenaria_sockets')).toBe(2)

  const { meetingId, code, meeting, people } = cast
  for (const hidden of [meetingId, code, meeting.plenaryId, people.observer.participantId, 'yzzyva', 'Alice']) {
    expect(during).not.toContain(hidden)
  }
  socket.close()
  observer.close()
  await until(
    async () => countOf(await read(), 'plenaria_sockets') === countOf(before, 'plenaria_sockets'),
    'both have left',
  )
})
