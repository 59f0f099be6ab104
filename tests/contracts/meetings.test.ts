/** Creating a meeting: what is taken, what is refused and where, and what it begins with. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMeetingAnswer } from '../../shared/contracts/http.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { type Answer, call, createMeeting, getMeeting, join } from '../support/api.ts'
import { readTables } from '../support/database.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.dispose())

const whole = {
  title: 'Reunión regional',
  template: 'case-digest',
  languages: ['es', 'en'],
  timezone: 'America/Panama',
  startsOn: '2026-03-10',
  endsOn: '2026-03-11',
  place: 'Ciudad de Panamá',
}

function create(body: unknown): Promise<Answer> {
  return call(server, 'POST', '/api/meetings', { token: server.organizerKey, body })
}

test('a meeting is answered as it was asked for, with its code and the token of its organizer', async () => {
  const { status, body } = await create(whole)
  expect(status).toBe(201)
  const { meeting, organizerToken } = createMeetingAnswer.strict().parse(body)
  expect(meeting).toMatchObject({ ...whole, status: 'draft', cases: [], me: { role: 'organizer' } })
  expect(meeting.joinUrl).toBe(`${server.url}/j?code=${meeting.code}`)
  expect(organizerToken.length).toBeGreaterThanOrEqual(43)
  expect(await getMeeting(server, organizerToken, meeting.id)).toEqual(meeting)
})

test('meetings share nothing: neither ids, nor codes, nor tokens', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => createMeeting(server)))
  for (const unique of [
    made.map(({ meeting }) => meeting.id),
    made.map(({ meeting }) => meeting.code),
    made.map(({ meeting }) => meeting.plenaryId),
    made.map(({ organizerToken }) => organizerToken),
  ]) {
    expect(new Set(unique).size).toBe(made.length)
  }
})

test('a case digest begins with a board that speaks the first language; a blank one with nothing', async () => {
  for (const [languages, title] of [
    [['es', 'en'], /pr[áa]cticas/i],
    [['en'], /practice/i],
    [['pt'], /pr[áa]ticas/i],
    [['fr'], /pratiques/i],
  ] as const) {
    const { meeting } = await createMeeting(server, { languages: [...languages] })
    expect(meeting.boards).toHaveLength(1)
    expect(meeting.boards[0]).toMatchObject({ title: expect.stringMatching(title), roomId: meeting.plenaryId })
  }
  expect((await createMeeting(server, { template: 'blank' })).meeting.boards).toEqual([])
})

describe('what is no meeting', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ title: undefined }, 'title'],
    [{ title: '   ' }, 'title'],
    [{ title: 'x'.repeat(limits.titleChars + 1) }, 'title'],
    [{ title: 7 }, 'title'],
    [{ template: 'party' }, 'template'],
    [{ languages: [] }, 'languages'],
    [{ languages: ['de'] }, 'languages/0'],
    [{ languages: 'es' }, 'languages'],
    [{ timezone: 'Panama City' }, 'timezone'],
    [{ timezone: '' }, 'timezone'],
    [{ startsOn: '10/03/2026' }, 'startsOn'],
    [{ startsOn: '2026-02-30' }, 'startsOn'],
    [{ startsOn: '2026-03-10T09:00:00Z' }, 'startsOn'],
    [{ startsOn: '2026-03-12' }, 'endsOn'],
    [{ endsOn: undefined }, 'endsOn'],
    [{ place: ' ' }, 'place'],
    [{ status: 'live' }, 'status'],
    [{ code: 'AAAAAA' }, 'code'],
  ])('%j is refused at %s, and nothing is made', async (change, path) => {
    const before = readTables(server.dataDir)
    const { status, body } = await create({ ...whole, ...change })
    expect([status, (body as { errors: { path: string }[] }).errors.map((error) => error.path)]).toEqual([400, [path]])
    expect(readTables(server.dataDir)).toEqual(before)
  })
})

describe('invitations', () => {
  test('are taken up to the roster of the largest meeting in one call, and not one more', async () => {
    const { meeting, organizerToken } = await createMeeting(server)
    const path = `/api/meetings/${meeting.id}/invitations`
    const roster = Array.from({ length: limits.invitationsPerCall + 1 }, (_, index) => ({
      role: 'participant',
      name: `Persona ${index}`,
    }))
    const tooMany = await call(server, 'POST', path, { token: organizerToken, body: roster })
    expect(tooMany).toMatchObject({ status: 400, body: { code: 'invalid-request' } })
    const { status, body } = await call(server, 'POST', path, { token: organizerToken, body: roster.slice(1) })
    expect([status, (body as unknown[]).length]).toEqual([201, limits.invitationsPerCall])
    const last = (body as { token: string }[]).at(-1)
    expect(await join(server, { token: last?.token ?? '' })).toMatchObject({ participant: { name: 'Persona 1000' } })
  })

  test('are all made or none: one wrong one among many is named, and nothing is written', async () => {
    const { meeting, organizerToken } = await createMeeting(server)
    const before = readTables(server.dataDir)
    const answer = await call(server, 'POST', `/api/meetings/${meeting.id}/invitations`, {
      token: organizerToken,
      body: [{ role: 'participant' }, { role: 'participant', country: 'Panamá' }, { role: 'observer' }],
    })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: '1/country' }] } })
    expect(readTables(server.dataDir)).toEqual(before)
  })
})
