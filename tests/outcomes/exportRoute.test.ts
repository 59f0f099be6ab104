/** Over real HTTP: how open a report may be follows the meeting's policies, at once and in every format. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportPreview, reportData } from '../../shared/contracts/report.ts'
import { type Attribution, attributions } from '../../shared/contracts/terms.ts'
import { call, command } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  await command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.open' })
})
afterAll(() => server.dispose())

const ask = (what: string) =>
  call(server, 'GET', `/api/meetings/${cast.meetingId}/exports/${what}`, { token: cast.people.rapporteur.token })

const policy = (attribution: Attribution) =>
  command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.setPolicies', attribution })

async function answers(): Promise<number[]> {
  const statuses = []
  for (const attribution of attributions) statuses.push((await ask(`json?attribution=${attribution}`)).status)
  return statuses
}

test('a report is as open as the policy, and no more', async () => {
  expect(await answers()).toEqual([403, 403, 200])
  expect((await ask('json?attribution=name')).body).toMatchObject({ code: 'forbidden' })
  await policy('name')
  expect(await answers()).toEqual([200, 200, 200])
  const named = reportData.parse((await ask('json?attribution=name')).body)
  expect(named.participants?.map(({ name }) => name)).toContain('Rosa')
  // Not asked for, nobody is named.
  expect(JSON.stringify((await ask('json')).body)).not.toContain('Rosa')
  await policy('delegation')
  expect(await answers()).toEqual([403, 200, 200])
  await policy('none')
  expect(await answers()).toEqual([403, 403, 200])
})

test('the preview is refused what the file is refused, and says what may be asked for', async () => {
  expect((await ask('preview?attribution=name')).status).toBe(403)
  const { body } = await ask('preview?include=cover,organization')
  expect(exportPreview.parse(body)).toMatchObject({ allowedAttributions: ['none'], attribution: 'none' })
  expect((await ask('preview?include=nothing')).body).toMatchObject({ code: 'invalid-request' })
})
