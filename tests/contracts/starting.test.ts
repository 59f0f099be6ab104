/** Starting as the contract says: what is refused and how, what the ready line says, who may read what is written. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createMeeting, getMeeting } from '../support/api.ts'
import { writeCertificate } from '../support/certificate.ts'
import { runUntilExit, type Server, type ServerOptions, startServer } from '../support/server.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenaria-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const started: Server[] = []
afterEach(async () => {
  for (const server of started.splice(0)) await server.dispose()
})

async function start(options: ServerOptions = {}): Promise<Server> {
  const server = await startServer(options)
  started.push(server)
  return server
}

/** A file of this test's folder with something in it. */
function file(name: string, content = ''): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

test('the line that says it is ready is there at every level of the log', async () => {
  for (const level of ['warn', 'fatal', 'silent']) {
    const { logs } = await start({ env: { LOG_LEVEL: level } })
    expect(logs().map(({ msg, url }) => [msg, typeof url])).toEqual([['ready', 'string']])
  }
})

describe('what cannot be stops the start with one line that names the variable, the value and a way out', () => {
  const values: [what: string, env: () => Record<string, string>, line: RegExp][] = [
    [
      'a host that this machine has not',
      () => ({ HOST: 'no such host', PUBLIC_URL: 'http://a.example.org' }),
      /^HOST.*"no such host".*127\.0\.0\.1/,
    ],
    [
      'a certificate that is none',
      () => ({ TLS_CERT: file('a.pem'), TLS_KEY: file('b.pem') }),
      /^TLS_CERT.*a\.pem.*PEM/,
    ],
    ['a file for a folder', () => ({ DATA_DIR: file('data') }), /^DATA_DIR.*data".*folder/],
    [
      'a database that is none',
      () => ({ DATA_DIR: join(file('damaged/plenaria.db', 'x'.repeat(8_192)), '..') }),
      /^DATA_DIR.*no database.*folder/,
    ],
    [
      'a key file without a key',
      () => ({ DATA_DIR: join(file('keyless/organizer.key', '\n'), '..') }),
      /holds no key.*delete/,
    ],
    ['a later issue’s variable', () => ({ REDIS_URL: 'redis://localhost' }), /^REDIS_URL.*not yet supported/],
  ]

  test.each(values)('%s', async (_what, env, line) => {
    const { code, output } = await runUntilExit(env())
    expect(output).toMatch(line)
    expect(output.split('\n')).toHaveLength(1)
    expect(code).toBe(1)
  })

  test('a port that another program has', async () => {
    const { port } = await start()
    const { code, output } = await runUntilExit({ PORT: String(port) })
    expect(output).toMatch(new RegExp(`^PORT is ${port}: another program uses it.*$`))
    expect(code).toBe(1)
  })
})

describe('a folder that a running server has', () => {
  test('is refused to a second one in one line, and the first goes on', async () => {
    const first = await start()
    const { code, output } = await runUntilExit({ DATA_DIR: first.dataDir })
    expect(output).toMatch(/^DATA_DIR.* in use by another Plenaria.*$/)
    expect(code).toBe(1)
    await createMeeting(first)
  })

  test('is free again after it stopped, and after it was killed', async () => {
    const first = await start()
    const { meeting, organizerToken } = await createMeeting(first)
    await first.kill9()
    const second = await start({ dataDir: first.dataDir })
    expect((await getMeeting(second, organizerToken, meeting.id)).title).toBe(meeting.title)
    expect(await second.stop()).toBe(0)
    const third = await start({ dataDir: first.dataDir })
    expect((await getMeeting(third, organizerToken, meeting.id)).title).toBe(meeting.title)
  })
})

const readyLineOf = (server: Server) => server.logs().find(({ url }) => url !== undefined)

test('the ready line says the url, the port that was picked and where the key is, and not the key', async () => {
  const server = await start()
  expect(readyLineOf(server)).toMatchObject({
    level: 30,
    time: expect.any(String),
    msg: 'ready',
    url: `http://127.0.0.1:${server.port}`,
    port: expect.any(Number),
    organizerKeyFile: join(server.dataDir, 'organizer.key'),
    isNewKey: true,
  })
  expect(server.port).toBeGreaterThan(0)
  expect(JSON.stringify(server.logs())).not.toContain(server.organizerKey)
})

test('the organizer key is made once and, like all that is written, is its owner’s alone to read', async () => {
  const dataDir = join(folder, 'new', 'data')
  const first = await start({ dataDir })
  await createMeeting(first)
  const modes = readdirSync(dataDir).map((name) => [name, (statSync(join(dataDir, name)).mode & 0o777).toString(8)])
  expect(Object.fromEntries(modes)).toMatchObject({ 'organizer.key': '600', 'plenaria.db': '600' })
  expect(modes.filter(([, mode]) => !mode?.endsWith('00'))).toEqual([])
  expect((statSync(dataDir).mode & 0o777).toString(8)).toBe('700')
  await first.stop()

  const second = await start({ dataDir })
  expect(second.organizerKey).toBe(first.organizerKey)
  expect(readyLineOf(second)).toMatchObject({ isNewKey: false })
  await second.stop()

  // One in the environment takes its place and leaves the file alone.
  const third = await start({ dataDir, env: { ORGANIZER_KEY: 'another-key-altogether' } })
  await expect(createMeeting({ ...third, organizerKey: first.organizerKey })).rejects.toThrow('401')
  await createMeeting(third)
  expect(readFileSync(join(dataDir, 'organizer.key'), 'utf8').trim()).toBe(first.organizerKey)
})

test('with PUBLIC_URL and a key from the environment it says that url, its own port, and writes no key', async () => {
  const env = { PUBLIC_URL: 'https://plenaria.example.org', ORGANIZER_KEY: 'a-key-from-the-environment' }
  const server = await start({ env })
  expect(readyLineOf(server)).toMatchObject({ url: env.PUBLIC_URL, port: expect.any(Number), organizerKeyFile: null })
  await createMeeting({ ...server, url: `http://127.0.0.1:${server.port}` })
  expect(readdirSync(server.dataDir)).not.toContain('organizer.key')
  expect(JSON.stringify(server.logs())).not.toContain(env.ORGANIZER_KEY)
})

test('with a certificate it serves https itself and says so in its url', async () => {
  const { certFile, keyFile } = writeCertificate(folder, 'own')
  const server = await start({ env: { TLS_CERT: certFile, TLS_KEY: keyFile } })
  expect(server.url).toBe(`https://127.0.0.1:${server.port}`)
  const answer = await new Promise<number | undefined>((resolve, reject) => {
    request(`${server.url}/healthz`, { ca: readFileSync(certFile) }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(answer).toBe(200)
})
