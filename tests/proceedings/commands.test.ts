/** What each command does when it is accepted: the same over HTTP and over socket.io. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../shared/contracts/commands.ts'
import { command, createMeeting, getMeeting } from '../support/api.ts'
import { gatherCast } from '../support/cast.ts'
import { readTables } from '../support/database.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'

let server: Server
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.dispose())

const open: { close(): void }[] = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** In a meeting of its own, so that each command finds what it needs and disturbs nobody. */
async function run() {
  const { meeting, organizerToken } = await createMeeting(server)
  const socket = await connectSocket(server, organizerToken)
  open.push(socket)
  return {
    meeting,
    organizerToken,
    http: (body: Command) => command(server, organizerToken, meeting.id, body),
    async socket(body: Command) {
      const ack = await socket.command(body)
      if (!ack.ok) throw new Error(ack.problem.detail)
      return ack.events
    },
  }
}

test.each(['http', 'socket'] as const)(
  'what is accepted over %s is told in events that carry the new ids',
  async (edge) => {
    const here = await run()
    const send = here[edge]
    const { id, plenaryId } = here.meeting
    const stream = `meeting/${id}`
    const envelope = { stream, seq: expect.any(Number), at: expect.any(Number) }

    expect(await send({ type: 'meeting.open' })).toEqual([{ ...envelope, type: 'meeting.opened' }])
    const [created] = await send({ type: 'case.create', title: 'Operación Norte', language: 'es' })
    if (created?.type !== 'case.created') throw new Error('no case was created')
    expect(created).toEqual({
      ...envelope,
      type: 'case.created',
      caseId: expect.any(String),
      roomId: plenaryId,
      titleId: expect.any(String),
      ownerId: here.meeting.me.participantId,
      marking: 'TLP:AMBER',
      content: { [created.titleId]: { text: 'Operación Norte', language: 'es' } },
      people: { [here.meeting.me.participantId]: { name: expect.any(String) } },
    })
    expect(await send({ type: 'case.setMarking', caseId: created.caseId, marking: 'TLP:CLEAR' })).toEqual([
      { ...envelope, type: 'case.marked', caseId: created.caseId, marking: 'TLP:CLEAR' },
    ])
    expect(await send({ type: 'case.setClearance', caseId: created.caseId, clearance: 'anonymized' })).toEqual([
      { ...envelope, type: 'case.cleared', caseId: created.caseId, clearance: 'anonymized' },
    ])
    const [board] = await send({ type: 'board.create', title: 'Ideas', columns: ['obstacle', 'obstacle'] })
    expect(board).toMatchObject({ type: 'board.created', roomId: plenaryId, columns: ['obstacle'] })
    if (board?.type !== 'board.created') throw new Error('no board was created')
    const card = { boardId: board.boardId, cardId: 'card-1', marking: 'TLP:AMBER' as const }
    expect(await send({ type: 'card.setMarking', ...card })).toEqual([{ ...envelope, type: 'card.marked', ...card }])
    const [set] = await send({
      type: 'agenda.set',
      items: [
        { kind: 'session', title: 'Apertura', startsAt: '2026-03-10T09:00', durationMinutes: 30 },
        { kind: 'case', title: 'Caso', caseId: created.caseId },
      ],
    })
    if (set?.type !== 'agenda.set') throw new Error('no agenda was set')
    expect(Object.values(set.content ?? {})).toEqual([{ text: 'Apertura' }, { text: 'Caso' }])
    expect(set.items).toMatchObject([{ startsAt: '2026-03-10T09:00', durationMinutes: 30 }, { caseId: created.caseId }])
    const [first, second] = set.items
    expect(await send({ type: 'agenda.advance' })).toMatchObject([{ type: 'agenda.advanced', itemId: first?.itemId }])
    expect(await send({ type: 'agenda.advance' })).toMatchObject([{ type: 'agenda.advanced', itemId: second?.itemId }])
    await expect(send({ type: 'agenda.advance' })).rejects.toThrow('last item')
    const [posted] = await send({ type: 'message.post', text: 'Buenos días' })
    expect(posted).toMatchObject({ stream: `room/${plenaryId}`, seq: 1, type: 'message.posted' })
    expect(await send({ type: 'meeting.close' })).toMatchObject([{ type: 'meeting.closed' }])
    await expect(send({ type: 'message.post', text: 'Tarde' })).rejects.toThrow('closed')
    expect(await send({ type: 'meeting.open' })).toMatchObject([{ type: 'meeting.opened' }])

    const view = await getMeeting(server, here.organizerToken, id)
    expect(view.cases).toEqual([
      {
        caseId: created.caseId,
        roomId: plenaryId,
        title: 'Operación Norte',
        ownerId: view.me.participantId,
        marking: 'TLP:CLEAR',
        clearance: 'anonymized',
      },
    ])
    expect(view.boards.map(({ title }) => title)).toContain('Ideas')
  },
)

test('an agenda keeps the items that are sent with their id, and the meeting’s place in it', async () => {
  const { http } = await run()
  const [set] = await http({
    type: 'agenda.set',
    items: [
      { kind: 'session', title: 'Uno' },
      { kind: 'break', title: 'Dos' },
    ],
  })
  if (set?.type !== 'agenda.set') throw new Error('no agenda was set')
  const [one, two] = set.items
  await http({ type: 'agenda.advance', itemId: two?.itemId })
  const [again] = await http({
    type: 'agenda.set',
    items: [
      { itemId: two?.itemId, kind: 'discussion', title: 'Dos, más largo' },
      { kind: 'session', title: 'Nuevo' },
      { itemId: one?.itemId, kind: 'session', title: 'Uno' },
    ],
  })
  if (again?.type !== 'agenda.set') throw new Error('no agenda was set')
  expect(again.items.map(({ itemId }) => itemId)).toEqual([two?.itemId, expect.any(String), one?.itemId])
  await expect(http({ type: 'agenda.advance', itemId: two?.itemId })).rejects.toThrow('already at this item')
})

test('an empty agenda leaves nowhere to move on to', async () => {
  const { http } = await run()
  await expect(http({ type: 'agenda.advance' })).rejects.toThrow('agenda is empty')
})

test('several streams change together, and each reader sees their part', async () => {
  const cast = await gatherCast(server)
  const admitted = await cast.someoneWaiting()
  const before = readTables(server.dataDir).event?.length ?? 0
  const events = await command(server, cast.organizerToken, cast.meetingId, {
    type: 'participant.admit',
    participantId: admitted.participantId,
  })
  // The third event is in the person's own stream, which is nobody else's to read.
  expect(events.map(({ stream, type }) => [stream, type])).toEqual([
    [`moderators/${cast.meetingId}`, 'lobby.left'],
    [`meeting/${cast.meetingId}`, 'participant.joined'],
  ])
  expect(readTables(server.dataDir).event).toHaveLength(before + 3)
})
