/** Each command × caller × state of the meeting over real HTTP and real sockets, against a table written by hand. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Command, commandTypes } from '../../shared/contracts/commands.ts'
import { call } from '../support/api.ts'
import { type Caller, type Cast, callers, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket, type TestSocket } from '../support/socket.ts'
import { cellOf, type Row, readTable } from '../support/table.ts'
import { inState, payloadOf } from './preparation.ts'

const table = readTable(join(import.meta.dirname, 'wireCommands.csv'))

let server: Server
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.dispose())

test('every command has a row for each state of the meeting', () => {
  for (const type of commandTypes) {
    const states = table.filter(({ command = '' }) => command.split(' ')[0] === type).map(({ state }) => state)
    expect([type, ...new Set(states)]).toEqual([type, 'draft', 'live', 'closed'])
  }
})

describe.each(['draft', 'live', 'closed'] as const)('in a meeting that is %s', (state) => {
  let cast: Cast
  const sockets = new Map<Caller, TestSocket>()

  beforeAll(async () => {
    await begin()
  })
  afterAll(end)

  async function begin(): Promise<void> {
    end()
    cast = await gatherCast(server)
    await inState(server, cast, state)
    for (const caller of callers) {
      if (caller === 'removed' || caller === 'stranger') continue
      sockets.set(caller, await connectSocket(server, cast.people[caller].token))
    }
  }
  function end(): void {
    for (const socket of sockets.values()) socket.close()
    sockets.clear()
  }

  async function overHttp(caller: Caller, body: Command) {
    const path = `/api/meetings/${cast.meetingId}/commands`
    const answer = await call(server, 'POST', path, { token: cast.people[caller].token, body })
    return { status: answer.status, problem: answer.status === 200 ? undefined : answer.body }
  }

  async function overSocket(caller: Caller, body: Command) {
    const ack = await sockets.get(caller)?.command(body)
    if (ack === undefined) throw new Error(`${caller} has no socket`)
    return ack.ok ? { status: 200, problem: undefined } : { status: ack.problem.status, problem: ack.problem }
  }

  /** A command that was accepted has changed the meeting: what the next caller needs is made anew. */
  async function restore(command: string): Promise<void> {
    if (!command.startsWith('meeting.')) return
    if (state === 'draft') await begin()
    else await inState(server, cast, state)
  }

  test.each(table.filter((row) => row.state === state))('$command', async (row: Row) => {
    const command = cellOf(row, 'command')
    // What was refused can be tried again by the next caller; what was accepted is used up.
    let ready: Command | undefined
    const attempt = async (caller: Caller, send: typeof overHttp) => {
      ready ??= await payloadOf(server, cast, command, caller)
      const answer = await send(caller, ready)
      if (answer.status === 200 || command.endsWith("one's own")) ready = undefined
      if (answer.status === 200) await restore(command)
      return answer
    }
    const answers: Record<string, string> = {}
    for (const caller of callers) {
      const answer = await attempt(caller, overHttp)
      answers[caller] = String(answer.status)
      // Somebody of another meeting has no way to name this one on their socket.
      if (sockets.has(caller) && caller !== 'foreign') expect(await attempt(caller, overSocket)).toEqual(answer)
    }
    expect(answers).toEqual(Object.fromEntries(callers.map((caller) => [caller, cellOf(row, caller)])))
  })
})

test.each(['removed', 'stranger'] as const)(
  'a socket of somebody %s is refused like one without a token',
  async (who) => {
    const cast = await gatherCast(server)
    const refusal = (token?: string) =>
      connectSocket(server, token === undefined ? {} : { token }).then(
        () => 'connected',
        (error: Error & { data?: unknown }) => ({ message: error.message, data: error.data }),
      )
    const refused = await refusal(cast.people[who].token)
    expect(refused).toMatchObject({ message: 'unauthorized', data: { status: 401, code: 'unauthorized' } })
    expect(await refusal()).toEqual(refused)
  },
)
