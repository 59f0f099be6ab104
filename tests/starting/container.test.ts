/**
 * The container without a container: its files are read and held to what they promise, and what the image would run is
 * run here with the image's own settings.
 */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { startServer } from '../support/server.ts'

const root = join(import.meta.dirname, '../..')
const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8').replace(/\\\n\s*/g, '')
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'))

/** The arguments of an instruction, as often as it stands in the last stage. */
function instructions(name: string): string[] {
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
  return [...lastStage.matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map((match) => match[1] ?? '')
}

const settings = Object.fromEntries(
  instructions('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=', 2) as [string, string])),
)

function command(line: string): string[] {
  return JSON.parse(line.slice(line.indexOf('[')))
}

test('the image is built in stages, from the lock file, and runs as nobody special', () => {
  expect(dockerfile.match(/^FROM /gm)?.length).toBeGreaterThan(1)
  expect(dockerfile.match(/^RUN npm (?!ci|run build)/gm)).toBeNull()
  expect(instructions('USER')).toEqual(['node'])
  expect(instructions('VOLUME')).toEqual([settings.DATA_DIR])
  expect(dockerfile).not.toMatch(/:latest|curl |wget |ADD /)
})

test('the composition keeps the data in a volume and gives the process no right that it does not need', () => {
  const { plenaria } = compose.services
  expect(plenaria).toMatchObject({ read_only: true, cap_drop: ['ALL'], init: true })
  expect(plenaria.volumes).toEqual([`data:${settings.DATA_DIR}`])
  expect(Object.keys(compose.volumes)).toEqual(['data'])
  expect(plenaria.ports).toEqual([`${settings.PORT}:${settings.PORT}`])
  expect(plenaria.environment.PUBLIC_URL).toMatch(/^\$\{PUBLIC_URL:\?/)
  expect(Number.parseInt(plenaria.stop_grace_period, 10)).toBeGreaterThan(10)
})

test('what the image runs starts with the image’s settings, is found healthy, and stops in time', async () => {
  expect(command(instructions('CMD')[0] ?? '')).toEqual(['node', 'dist/server/main.js'])
  const { DATA_DIR: _inTheVolume, PORT: _taken, ...env } = settings
  const server = await startServer({ env: { ...env, PUBLIC_URL: 'http://plenaria.example.org' } })
  onTestFinished(() => server.dispose())
  const port = server.logs().find((line) => line.msg === 'ready')?.port
  const [program = '', ...args] = command(instructions('HEALTHCHECK')[0]?.replace(/^.*CMD /, '') ?? '')
  const healthy = promisify(execFile)(program, args, { env: { ...process.env, PORT: String(port) } })
  await expect(healthy).resolves.toBeDefined()
  expect(await server.stop()).toBe(0)
  const sick = promisify(execFile)(program, args, { env: { ...process.env, PORT: String(port) } })
  await expect(sick).rejects.toMatchObject({ code: 1 })
})
