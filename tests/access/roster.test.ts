/** A list of people over HTTP: previewed, made into links that work, and sent again without second links. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rosterAnswer, rosterPreview } from '../../shared/contracts/http.ts'
import { problem } from '../../shared/contracts/problems.ts'
import { call, command, join } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { readTables } from '../support/database.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
})
afterAll(() => server.dispose())

const list =
  'nombre;rol;función;país;idioma\nNoemí Alerce;relatora;;Chile;es\nJean-Baptiste Mapou;;ponente;HT;francés\n'

function send(what: '' | '/preview' | '?partial=true', body: string, contentType = 'text/csv') {
  const [path = '', query] = what.split('?')
  const address = `/api/meetings/${cast.meetingId}/roster${path}${query ? `?${query}` : ''}`
  const headers = { 'content-type': contentType }
  return call(server, 'POST', address, { token: cast.organizerToken, body, headers })
}

test('a preview says what would come of each row and changes nothing', async () => {
  const before = readTables(server.dataDir)
  const { status, body } = await send('/preview', list)
  expect(status).toBe(200)
  const { rows } = rosterPreview.parse(body)
  expect(rows.map(({ line, action, person }) => [line, action, person.role, person.function])).toEqual([
    [2, 'invite', 'rapporteur', undefined],
    [3, 'invite', 'participant', 'presenter'],
  ])
  expect(readTables(server.dataDir)).toEqual(before)
})

test('a list with a bad row invites nobody, unless the good rows are asked for', async () => {
  const before = readTables(server.dataDir)
  const bad = `${list};observador;;;\nRosalba Cedrón;jefa;;;\n`
  const refused = await send('', bad)
  expect(refused.status).toBe(400)
  expect(problem.parse(refused.body).errors?.map(({ path }) => path)).toEqual(['4/name', '5/role'])
  expect(readTables(server.dataDir)).toEqual(before)
})

test('each link brings in its person as the list says, and the same list again makes none', async () => {
  const { status, body } = await send('?partial=true', `${list};observador;;;\n`, 'text/csv; charset=utf-8')
  expect(status).toBe(201)
  const { invitations } = rosterAnswer.parse(body)
  expect(invitations.map(({ invitation }) => invitation.name)).toEqual(['Noemí Alerce', 'Jean-Baptiste Mapou'])
  const joined = await join(server, { token: invitations[0]?.token ?? '' })
  expect(joined).toMatchObject({
    participant: { name: 'Noemí Alerce', country: 'CL', role: 'rapporteur' },
    status: 'admitted',
  })

  const again = rosterPreview.parse((await send('/preview', list)).body)
  expect(again.rows.map(({ action }) => action)).toEqual(['skip', 'skip'])
  expect(await send('', list)).toMatchObject({ status: 201, body: { invitations: [] } })
})

test('a list that is no CSV, too large, or sent as something else is refused', async () => {
  expect((await send('/preview', '')).status).toBe(400)
  expect((await send('/preview', `nombre\n${'a'.repeat(1_100_000)}`)).status).toBe(413)
  expect((await send('/preview', '{}', 'application/json')).status).toBe(415)
})

test('a closed meeting takes no list', async () => {
  await command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.open' })
  await command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.close' })
  expect((await send('/preview', list)).status).toBe(422)
  expect((await send('', list)).status).toBe(422)
})
