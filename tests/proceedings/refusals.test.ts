/**
 * Every refusal that the rule of a command has, over the wire: the same answer over HTTP and over socket.io, and nothing
 * left behind. Refusals for the wrong role or state are in tests/access.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../shared/contracts/commands.ts'
import type { WireEvent } from '../../shared/contracts/events.ts'
import type { BoardId } from '../../shared/contracts/ids.ts'
import { makeProblem, type ProblemCode, problem } from '../../shared/contracts/problems.ts'
import { call, command } from '../support/api.ts'
import { type Caller, type Cast, gatherCast } from '../support/cast.ts'
import { readTables } from '../support/database.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket, type TestSocket } from '../support/socket.ts'

let server: Server
let cast: Cast
let caseId: string
let foreignCaseId: string
let boardId: string
let items: { itemId: string; kind: string }[]
const sockets = new Map<Caller, TestSocket>()

beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  await command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.open' })
  const create: Command = { type: 'case.create', title: 'Caso' }
  caseId = idIn(await command(server, cast.people.participant.token, cast.meetingId, create))
  const { elsewhere } = cast
  foreignCaseId = idIn(await command(server, elsewhere.organizerToken, elsewhere.meeting.id, create))
  boardId = cast.meeting.boards[0]?.boardId ?? ''
  await command(server, cast.organizerToken, cast.meetingId, {
    type: 'card.setMarking',
    boardId: boardId as BoardId,
    cardId: 'kept',
    marking: 'TLP:RED',
  })
  const set = await command(server, cast.organizerToken, cast.meetingId, {
    type: 'agenda.set',
    items: [
      { kind: 'session', title: 'Apertura' },
      { kind: 'break', title: 'Café' },
    ],
  })
  items = set[0]?.type === 'agenda.set' ? set[0].items : []
  for (const caller of ['organizer', 'facilitator', 'participant', 'rapporteur'] as const) {
    sockets.set(caller, await connectSocket(server, cast.people[caller].token))
  }
})
afterAll(async () => {
  for (const socket of sockets.values()) socket.close()
  await server.dispose()
})

function idIn([event]: WireEvent[]): string {
  return event?.type === 'case.created' ? event.caseId : ''
}

async function overBoth(caller: Caller, payload: unknown) {
  const path = `/api/meetings/${cast.meetingId}/commands`
  const http = await call(server, 'POST', path, { token: cast.people[caller].token, body: payload })
  const ack = await sockets.get(caller)?.command(payload as Record<string, unknown>)
  return { http, ack }
}

interface Refusal {
  what: string
  by?: Caller
  send: () => Record<string, unknown>
  code: ProblemCode
  detail: RegExp
}

const person = (caller: Caller) => cast.people[caller].participantId

const refusals: Refusal[] = [
  {
    what: 'opening a meeting that is open',
    send: () => ({ type: 'meeting.open' }),
    code: 'not-now',
    detail: /already open/,
  },
  {
    what: 'admitting somebody who never came',
    send: () => ({ type: 'participant.admit', participantId: 'nobody' }),
    code: 'not-found',
    detail: /waiting/,
  },
  {
    what: 'admitting somebody who was removed',
    send: () => ({ type: 'participant.admit', participantId: person('removed') }),
    code: 'not-found',
    detail: /waiting/,
  },
  {
    what: 'admitting somebody of another meeting',
    send: () => ({ type: 'participant.admit', participantId: person('foreign') }),
    code: 'not-found',
    detail: /waiting/,
  },
  {
    what: 'admitting somebody who is in',
    send: () => ({ type: 'participant.admit', participantId: person('observer') }),
    code: 'conflict',
    detail: /already in/,
  },
  {
    what: 'removing somebody who never came',
    send: () => ({ type: 'participant.remove', participantId: 'nobody' }),
    code: 'not-found',
    detail: /Nobody/,
  },
  {
    what: 'removing somebody of another meeting',
    send: () => ({ type: 'participant.remove', participantId: person('foreign') }),
    code: 'not-found',
    detail: /Nobody/,
  },
  {
    what: 'removing somebody twice',
    send: () => ({ type: 'participant.remove', participantId: person('removed') }),
    code: 'conflict',
    detail: /already removed/,
  },
  {
    what: 'removing oneself',
    send: () => ({ type: 'participant.remove', participantId: person('organizer') }),
    code: 'not-now',
    detail: /yourself/,
  },
  {
    what: 'removing an organizer as a facilitator',
    by: 'facilitator',
    send: () => ({ type: 'participant.remove', participantId: person('organizer') }),
    code: 'forbidden',
    detail: /organizer/,
  },
  {
    what: 'giving a role to somebody who waits',
    send: () => ({ type: 'participant.setRole', participantId: person('waiting'), role: 'facilitator' }),
    code: 'not-found',
    detail: /Nobody/,
  },
  {
    what: 'giving somebody the role that they have',
    send: () => ({ type: 'participant.setRole', participantId: person('observer'), role: 'observer' }),
    code: 'conflict',
    detail: /already/,
  },
  {
    what: 'leaving a meeting without an organizer',
    send: () => ({ type: 'participant.setRole', participantId: person('organizer'), role: 'observer' }),
    code: 'not-now',
    detail: /at least one organizer/,
  },
  {
    what: 'setting an agenda with an item that is gone',
    send: () => ({ type: 'agenda.set', items: [{ itemId: 'gone', kind: 'break', title: 'Café' }] }),
    code: 'not-found',
    detail: /no longer exists/,
  },
  {
    what: 'setting an agenda with one item twice',
    send: () => {
      const item = { itemId: items[0]?.itemId, kind: 'break', title: 'Café' }
      return { type: 'agenda.set', items: [item, item] }
    },
    code: 'conflict',
    detail: /twice/,
  },
  {
    what: 'setting an agenda that names a case of another meeting',
    send: () => ({ type: 'agenda.set', items: [{ kind: 'case', title: 'Caso', caseId: foreignCaseId }] }),
    code: 'not-found',
    detail: /case/,
  },
  {
    what: 'moving on to an item that does not exist',
    send: () => ({ type: 'agenda.advance', itemId: 'gone' }),
    code: 'not-found',
    detail: /agenda item/,
  },
  {
    what: 'a case in a room that does not exist',
    send: () => ({ type: 'case.create', title: 'Caso', roomId: 'nowhere' }),
    code: 'not-found',
    detail: /room/,
  },
  {
    what: 'a case in a room of another meeting',
    send: () => ({ type: 'case.create', title: 'Caso', roomId: cast.elsewhere.meeting.plenaryId }),
    code: 'not-found',
    detail: /room/,
  },
  {
    what: 'a board in a room of another meeting',
    send: () => ({ type: 'board.create', title: 'Tablero', roomId: cast.elsewhere.meeting.plenaryId }),
    code: 'not-found',
    detail: /room/,
  },
  {
    what: 'a message in a room of another meeting',
    send: () => ({ type: 'message.post', text: 'Hola', roomId: cast.elsewhere.meeting.plenaryId }),
    code: 'not-found',
    detail: /room/,
  },
  {
    what: 'marking a case of another meeting',
    send: () => ({ type: 'case.setMarking', caseId: foreignCaseId, marking: 'TLP:RED' }),
    code: 'not-found',
    detail: /case/,
  },
  {
    what: 'marking a case as it is marked',
    send: () => ({ type: 'case.setMarking', caseId, marking: 'TLP:AMBER' }),
    code: 'conflict',
    detail: /already marked TLP:AMBER/,
  },
  {
    what: 'marking another’s case as a rapporteur',
    by: 'rapporteur',
    send: () => ({ type: 'case.setMarking', caseId, marking: 'TLP:RED' }),
    code: 'forbidden',
    detail: /moderators/,
  },
  {
    what: 'making the mark of another’s case less strict',
    send: () => ({ type: 'case.setMarking', caseId, marking: 'TLP:GREEN' }),
    code: 'forbidden',
    detail: /less strict/,
  },
  {
    what: 'clearing another’s case',
    send: () => ({ type: 'case.setClearance', caseId, clearance: 'attributed' }),
    code: 'forbidden',
    detail: /brought the case/,
  },
  {
    what: 'clearing a case that does not exist',
    send: () => ({ type: 'case.setClearance', caseId: 'nowhere', clearance: 'no' }),
    code: 'not-found',
    detail: /case/,
  },
  {
    what: 'clearing one’s case as it is cleared',
    by: 'participant',
    send: () => ({ type: 'case.setClearance', caseId, clearance: 'no' }),
    code: 'conflict',
    detail: /already/,
  },
  {
    what: 'marking a card of a board of another meeting',
    send: () => ({
      type: 'card.setMarking',
      boardId: cast.elsewhere.meeting.boards[0]?.boardId,
      cardId: 'card',
      marking: 'TLP:RED',
    }),
    code: 'not-found',
    detail: /board/,
  },
  {
    what: 'giving a card the mark of its board that it has',
    send: () => ({ type: 'card.setMarking', boardId, cardId: 'card', marking: null }),
    code: 'conflict',
    detail: /no mark of its own/,
  },
  {
    what: 'marking a card as it is marked',
    send: () => ({ type: 'card.setMarking', boardId, cardId: 'kept', marking: 'TLP:RED' }),
    code: 'conflict',
    detail: /already marked TLP:RED/,
  },
  {
    what: 'letting a card out as a rapporteur',
    by: 'rapporteur',
    send: () => ({ type: 'card.setMarking', boardId, cardId: 'kept', marking: null }),
    code: 'forbidden',
    detail: /moderators/,
  },
]

describe('a refusal', () => {
  test.each(refusals)('of $what', async ({ by = 'organizer', send, code, detail }) => {
    const { http, ack } = await overBoth(by, send())
    expect(problem.strict().parse(http.body)).toEqual({
      ...makeProblem(code, ''),
      detail: expect.stringMatching(detail),
    })
    expect(http.status).toBe(makeProblem(code, '').status)
    expect(http.headers.get('content-type')).toContain('application/problem+json')
    expect(ack).toEqual({ ok: false, problem: http.body })
  })

  test('leaves nothing behind, all of them together', async () => {
    const before = readTables(server.dataDir)
    for (const { by = 'organizer', send } of refusals) await overBoth(by, { ...send(), commandId: crypto.randomUUID() })
    expect(readTables(server.dataDir)).toEqual(before)
  })
})
