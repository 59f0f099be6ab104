/** Coming in by code and by personal link, over real HTTP. What happens in the lobby is in lobby.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, call, command, createMeeting, getMeeting, invite, join } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
})
afterAll(() => server.dispose())

const tryJoin = (body: unknown): Promise<Answer> => call(server, 'POST', '/api/join', { body })

describe('the meeting code', () => {
  test('is six characters that nobody mistakes for others', () => {
    expect(cast.code).toMatch(/^[34679ACDEFGHJKMNPQRTVWXY]{6}$/)
  })

  test('leads to the lobby, with a token that shows the caller nothing but that they wait', async () => {
    const joined = await join(server, { code: cast.code, name: 'Wanda', country: 'PA', agency: 'Fiscalía' })
    expect(joined).toMatchObject({
      status: 'waiting',
      participant: { role: 'participant', name: 'Wanda', country: 'PA', agency: 'Fiscalía' },
      meeting: { id: cast.meetingId, title: cast.meeting.title },
    })
    const { status } = await call(server, 'GET', `/api/meetings/${cast.meetingId}`, { token: joined.token })
    expect(status).toBe(403)
  })

  test.each([
    ['in small letters', (code: string) => code.toLowerCase()],
    ['with a hyphen', (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`],
    ['with a dash as phones write it', (code: string) => `${code.slice(0, 3)}–${code.slice(3)}`],
    ['with spaces', (code: string) => ` ${[...code].join(' ')} `],
  ])('is understood %s', async (_how, write) => {
    expect((await tryJoin({ code: write(cast.code), name: 'Wanda' })).status).toBe(201)
  })

  test('makes a new person each time, since nothing tells two of one name apart', async () => {
    const [first, second] = [await cast.someoneWaiting('Juan'), await cast.someoneWaiting('Juan')]
    expect(first.participantId).not.toBe(second.participantId)
  })

  test('lets nobody new in once the meeting is closed, while personal links still do', async () => {
    const { meeting, organizerToken } = await createMeeting(server)
    const { token } = await invite(server, organizerToken, meeting.id, { role: 'observer', name: 'Otto' })
    await command(server, organizerToken, meeting.id, { type: 'meeting.open' })
    await command(server, organizerToken, meeting.id, { type: 'meeting.close' })
    const late = await tryJoin({ code: meeting.code, name: 'Late' })
    expect(late).toMatchObject({ status: 422, body: { code: 'not-now', detail: expect.stringContaining('closed') } })
    expect((await join(server, { token })).status).toBe('admitted')
  })
})

describe('a personal link', () => {
  test('carries its secret in the fragment of PUBLIC_URL/j', async () => {
    const { token, url, invitation } = await invite(server, cast.organizerToken, cast.meetingId, {
      role: 'rapporteur',
      function: 'presenter',
      name: 'Rosa',
      country: 'CR',
      agency: 'OIJ',
      language: 'es',
    })
    expect(url).toBe(`${server.url}/j#${token}`)
    expect(invitation).toEqual({
      id: expect.any(String),
      role: 'rapporteur',
      function: 'presenter',
      name: 'Rosa',
      country: 'CR',
      agency: 'OIJ',
      language: 'es',
    })
  })

  test('leads straight in, as the person and in the role of the invitation', async () => {
    const { token } = await invite(server, cast.organizerToken, cast.meetingId, {
      role: 'rapporteur',
      name: 'Rosa',
      country: 'CR',
      agency: 'OIJ',
    })
    const joined = await join(server, { token })
    expect(joined).toMatchObject({
      status: 'admitted',
      participant: { role: 'rapporteur', name: 'Rosa', country: 'CR', agency: 'OIJ' },
    })
    const { me } = await getMeeting(server, joined.token, cast.meetingId)
    expect(me).toEqual({ participantId: joined.participant.id, role: 'rapporteur' })
  })

  test('takes the name that its holder gives over the one that was written on it', async () => {
    const { token } = await invite(server, cast.organizerToken, cast.meetingId, { role: 'participant', name: 'Eva' })
    expect((await join(server, { token, name: 'Eva María' })).participant.name).toBe('Eva María')
  })

  test('used again is the same person with one token more, and both tokens hold', async () => {
    const { token } = await invite(server, cast.organizerToken, cast.meetingId, { role: 'participant', name: 'Eva' })
    const first = await join(server, { token })
    const second = await join(server, { token })
    expect(second.participant).toEqual(first.participant)
    expect(second.token).not.toBe(first.token)
    for (const joined of [first, second]) {
      expect((await getMeeting(server, joined.token, cast.meetingId)).me.participantId).toBe(first.participant.id)
    }
  })

  test('used twenty times at once is one person, each time', async () => {
    for (let round = 0; round < 5; round++) {
      const { token } = await invite(server, cast.organizerToken, cast.meetingId, { role: 'participant', name: 'Eva' })
      const answers = await Promise.all(Array.from({ length: 20 }, () => tryJoin({ token })))
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
      const people = answers.map(({ body }) => (body as { participant: { id: string } }).participant.id)
      expect(new Set(people).size).toBe(1)
    }
  })

  test('used again after a change of role gives the role of now', async () => {
    const { token } = await invite(server, cast.organizerToken, cast.meetingId, { role: 'participant', name: 'Eva' })
    const { participant } = await join(server, { token })
    await command(server, cast.organizerToken, cast.meetingId, {
      type: 'participant.setRole',
      participantId: participant.id,
      role: 'rapporteur',
    })
    expect((await join(server, { token })).participant.role).toBe('rapporteur')
  })

  test('given in a list gives a list, in the same order', async () => {
    const path = `/api/meetings/${cast.meetingId}/invitations`
    const body = ['Ana', 'Luis', 'Inés'].map((name) => ({ role: 'participant', name }))
    const answer = await call(server, 'POST', path, { token: cast.organizerToken, body })
    const made = answer.body as { invitation: { name: string }; token: string }[]
    expect(made.map(({ invitation }) => invitation.name)).toEqual(['Ana', 'Luis', 'Inés'])
    expect(new Set(made.map(({ token }) => token)).size).toBe(3)
    const single = await call(server, 'POST', path, { token: cast.organizerToken, body: body.slice(0, 1) })
    expect(single.body).toHaveLength(1)
  })
})

describe('the organizer token', () => {
  test('is a bearer token and a personal link of one and the same person', async () => {
    const { meeting, organizerToken } = await createMeeting(server)
    expect(meeting.me.role).toBe('organizer')
    const joined = await join(server, { token: organizerToken })
    expect(joined).toMatchObject({
      status: 'admitted',
      participant: { id: meeting.me.participantId, role: 'organizer' },
    })
    for (const token of [organizerToken, joined.token]) {
      expect((await getMeeting(server, token, meeting.id)).me).toEqual(meeting.me)
    }
  })
})

describe('a request to join', () => {
  test('without a name is told so at "name", by code and by a link without one', async () => {
    const { token } = await invite(server, cast.organizerToken, cast.meetingId, { role: 'participant' })
    for (const body of [{ code: cast.code }, { token }]) {
      expect(await tryJoin(body)).toMatchObject({
        status: 400,
        body: { code: 'invalid-request', errors: [{ path: 'name', message: expect.any(String) }] },
      })
    }
    // The link is not used up by that.
    expect((await tryJoin({ token, name: 'Eva' })).status).toBe(201)
  })

  test.each([
    ['both a code and a token', { code: 'AAAAAA', token: 'x', name: 'Eva' }, 'code'],
    ['neither', { name: 'Eva' }, 'code'],
    ['a blank name', { code: 'AAAAAA', name: '  ' }, 'name'],
    ['a name longer than a badge', { code: 'AAAAAA', name: 'x'.repeat(121) }, 'name'],
    ['a country in words', { code: 'AAAAAA', name: 'Eva', country: 'Panamá' }, 'country'],
    ['a language that there is not', { code: 'AAAAAA', name: 'Eva', language: 'de' }, 'language'],
    ['a role of their choice', { code: 'AAAAAA', name: 'Eva', role: 'organizer' }, 'role'],
  ])('with %s is refused there', async (_what, body, path) => {
    const answer = await tryJoin(body)
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-request' } })
    expect((answer.body as { errors: { path: string }[] }).errors.map((error) => error.path)).toEqual([path])
  })

  test('with a wrong code, a wrong token or a link of somebody removed is answered alike', async () => {
    const { token } = await invite(server, cast.organizerToken, cast.meetingId, { role: 'participant', name: 'Rémy' })
    const { participant } = await join(server, { token })
    await command(server, cast.organizerToken, cast.meetingId, {
      type: 'participant.remove',
      participantId: participant.id,
    })
    const answers = [
      await tryJoin({ code: 'AAAAAA', name: 'Eva' }),
      await tryJoin({ token: 'invented', name: 'Eva' }),
      await tryJoin({ token, name: 'Eva' }),
      // Without a name too: what is missing is not said to whoever holds nothing.
      await tryJoin({ code: 'AAAAAA' }),
    ].map(({ status, body }) => JSON.stringify({ status, body }))
    expect(new Set(answers).size).toBe(1)
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ status: 401, body: { code: 'unauthorized' } })
  })
})
