/** Each document × caller × state of the meeting through a stock WebsocketProvider, against a table written by hand. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command } from '../support/api.ts'
import { type Cast, callers, gatherCast } from '../support/cast.ts'
import { openDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'
import { cellOf, readTable } from '../support/table.ts'
import { until } from '../support/until.ts'
import { inState } from './preparation.ts'

const table = readTable(join(import.meta.dirname, 'wireDocuments.csv'))

let server: Server
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.dispose())

async function outcome(name: string, token: string): Promise<string> {
  const document = openDocument(server, name, { token, confirm: true })
  let code: number | undefined
  document.provider.on('closed', (refusal) => {
    code = refusal.code
  })
  try {
    const isWritable = await until(
      () => code ?? (document.isWritable() === undefined ? undefined : [document.isWritable()]),
      `${name} opens or is refused`,
    )
    if (typeof isWritable === 'number') return String(isWritable)
    return isWritable[0] ? 'writable' : 'read-only'
  } finally {
    document.destroy()
  }
}

describe.each(['draft', 'live', 'closed'] as const)('in a meeting that is %s', (state) => {
  let cast: Cast
  const names: Record<string, string> = {}
  beforeAll(async () => {
    cast = await gatherCast(server)
    const [created] = await command(server, cast.people.participant.token, cast.meetingId, {
      type: 'case.create',
      title: 'Caso',
    })
    names.case = `case/${created?.type === 'case.created' ? created.caseId : ''}`
    names.board = `board/${cast.meeting.boards[0]?.boardId}`
    const create = { type: 'case.create' as const, title: 'Caso cerrado con llave' }
    const [toLock] = await command(server, cast.people.participant.token, cast.meetingId, create)
    const document = `case/${toLock?.type === 'case.created' ? toLock.caseId : ''}` as const
    await command(server, cast.organizerToken, cast.meetingId, { type: 'document.lock', document })
    names.locked = document
    await inState(server, cast, state)
  })

  test.each(table.filter((row) => row.state === state))('$document', async (row) => {
    const document = cellOf(row, 'document')
    const outcomes = await Promise.all(
      callers.map(async (caller) => [caller, await outcome(names[document] ?? document, cast.people[caller].token)]),
    )
    expect(Object.fromEntries(outcomes)).toEqual(
      Object.fromEntries(callers.map((caller) => [caller, cellOf(row, caller)])),
    )
  })
})
