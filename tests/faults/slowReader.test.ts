/** Readers that never read, under a real server and over real sockets: they harm nobody, and cost a named number of bytes. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { limits } from '../../shared/contracts/limits.ts'
import { call, command, createMeeting } from '../support/api.ts'
import { openDocument } from '../support/document.ts'
import { type Server, startServer } from '../support/server.ts'
import { until } from '../support/until.ts'

/** As many as the issue of slow readers is known with: a row of sleeping laptops. */
const sleepers = 20

let server: Server
let token: string
let document: string
beforeAll(async () => {
  server = await startServer()
  const { meeting, organizerToken } = await createMeeting(server)
  token = organizerToken
  const [created] = await command(server, token, meeting.id, { type: 'case.create', title: 'Caso' })
  document = `case/${created?.type === 'case.created' ? created.caseId : ''}`
})
afterAll(() => server.dispose())

/** Opens the document and never reads a byte of it. */
async function asleep(): Promise<WebSocket> {
  const url = `${server.url.replace('http', 'ws')}/sync/${document}`
  const socket = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } })
  await new Promise((resolve) => socket.once('open', resolve))
  socket.pause()
  return socket
}

async function metric(name: string): Promise<number> {
  const { body } = await call(server, 'GET', '/metrics')
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(String(body))?.[1] ?? Number.NaN)
}

test('[SL1] twenty readers that never read are let go, and everybody else reads on', async () => {
  const asleepOnes = await Promise.all(Array.from({ length: sleepers }, asleep))
  const writer = openDocument(server, document, { token, confirm: true, doc: new Y.Doc() })
  const reader = openDocument(server, document, { token, confirm: true })
  await writer.synced()
  await reader.synced()
  // The kernel's own buffers on the way hold some megabytes before the server's backlog begins.
  const paste = 'x'.repeat(900_000)
  const pastes = Math.ceil((limits.connectionBacklogBytes + 8_000_000) / paste.length)
  for (let count = 0; count < pastes; count++) {
    writer.doc.getMap('m').set('paste', `${count} ${paste}`)
    await writer.saved()
    await until(() => String(reader.doc.getMap('m').get('paste')).startsWith(`${count} `), 'the reader reads')
  }
  const reached = 'plenaria_limits_reached_total\\{limit="connectionBacklogBytes"\\}'
  for (const socket of asleepOnes) socket.terminate()
  await until(async () => (await metric(reached)) === sleepers, 'all of them were let go')
  expect([writer.closeCode(), reader.closeCode()]).toEqual([undefined, undefined])
  writer.destroy()
  reader.destroy()
}, 60_000)
