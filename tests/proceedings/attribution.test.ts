/**
 * What the attribution policy hides is in no byte that another person's streams carry: hunted by markers over real
 * sockets and HTTP.
 */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Attribution } from '../../shared/contracts/terms.ts'
import { admit, call, command, createMeeting, join } from '../support/api.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'
import { until } from '../support/until.ts'

let server: Server
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.dispose())

const hidden = { name: 'ZZnameZZ', country: 'ZQ', agency: 'ZZagencyZZ' }
/** As they stand in JSON: two letters alone occur in identifiers too. */
const marks = Object.values(hidden).map((value) => JSON.stringify(value))

async function socketOf(token: string) {
  const socket = await connectSocket(server, token)
  onTestFinished(() => socket.close())
  return socket
}

/** A meeting in which somebody hidden has done what leaves traces, and a reader who sees all that they may. */
async function meetingUnder(attribution: Attribution) {
  const { meeting, organizerToken } = await createMeeting(server)
  const say = (token: string, text: string) => command(server, token, meeting.id, { type: 'message.post', text })
  await command(server, organizerToken, meeting.id, { type: 'meeting.setPolicies', attribution })
  const reader = await admit(server, organizerToken, meeting.id, { role: 'participant', name: 'Reader' })
  const early = await socketOf(reader.token)
  await early.snapshot(`room/${meeting.plenaryId}`)
  const person = await admit(server, organizerToken, meeting.id, { role: 'participant', ...hidden })
  await say(person.token, 'first words')
  await command(server, person.token, meeting.id, { type: 'case.create', title: 'Operation' })
  await early.event('case.created')
  const late = await socketOf(reader.token)
  await late.snapshot(`room/${meeting.plenaryId}`)
  const history = await call(server, 'GET', `/api/meetings/${meeting.id}/streams/room/${meeting.plenaryId}/messages`, {
    token: reader.token,
  })
  const seen = JSON.stringify([early.snapshots, early.events, late.snapshots, late.events, history.body])
  return { meeting, organizerToken, person, seen, early }
}

test('by name, everybody sees name, country and institution', async () => {
  const { seen } = await meetingUnder('name')
  for (const mark of marks) expect(seen).toContain(mark)
})

test('by delegation, the name is nowhere and the delegation is', async () => {
  const { seen } = await meetingUnder('delegation')
  expect(seen).not.toContain(hidden.name)
  for (const mark of marks.slice(1)) expect(seen).toContain(mark)
})

test('under the Chatham House Rule, neither name nor delegation is anywhere; the words are', async () => {
  const { seen } = await meetingUnder('none')
  for (const mark of marks) expect(seen).not.toContain(mark)
  expect(seen).toContain('first words')
})

test('moderators know who is in, and everybody knows themselves', async () => {
  const { meeting, organizerToken, person } = await meetingUnder('none')
  const moderator = await socketOf(organizerToken)
  const roster = await moderator.snapshot(`moderators/${meeting.id}`)
  expect(roster.people[person.participant.id]).toEqual(hidden)
  const late = await admit(server, organizerToken, meeting.id, { role: 'participant', name: 'ZZlateZZ' })
  const entered = await moderator.event('roster.entered')
  expect(entered.people).toEqual({ [late.participant.id]: { name: 'ZZlateZZ' } })
  const self = await socketOf(person.token)
  expect((await self.snapshot(`person/${person.participant.id}`)).people).toEqual({ [person.participant.id]: hidden })
  expect((await self.snapshot(`meeting/${meeting.id}`)).people[person.participant.id]).toEqual({})
})

test('when the policy becomes stricter, new snapshots take the place of what was shown', async () => {
  const { meeting, organizerToken, person, early } = await meetingUnder('name')
  const before = early.snapshots.length
  await command(server, organizerToken, meeting.id, { type: 'meeting.setPolicies', attribution: 'none' })
  await until(() => early.snapshots.length >= before + 2, 'new snapshots come')
  const anew = early.snapshots.slice(before)
  expect(anew.map((snapshot) => snapshot.stream)).toEqual([`meeting/${meeting.id}`, `room/${meeting.plenaryId}`])
  expect(JSON.stringify(anew)).not.toContain(hidden.name)
  expect(anew[0]?.people[person.participant.id]).toEqual({})
})

test('who waits is shown to moderators alone', async () => {
  const { meeting, organizerToken } = await createMeeting(server)
  const reader = await admit(server, organizerToken, meeting.id, { role: 'participant', name: 'Reader' })
  const [seesAll, seesSome] = [await socketOf(organizerToken), await socketOf(reader.token)]
  await join(server, { code: meeting.code ?? '', name: hidden.name })
  await seesAll.event('lobby.entered')
  await command(server, organizerToken, meeting.id, { type: 'meeting.open' })
  await seesSome.event('meeting.opened')
  expect(JSON.stringify([seesSome.snapshots, seesSome.events])).not.toContain(hidden.name)
})
