/** `npm run demo` itself: one link per role on the terminal, none in the log, and each opens; a second start shows the same. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { getMeeting, join as joinMeeting } from '../support/api.ts'
import { until, within } from '../support/until.ts'

/** A cold start that loads the demonstration, on a loaded machine. */
const startWithinMs = 30_000
const stopWithinMs = 10_000

/** Runs it until it has shown its links, and gives what it wrote. */
async function demo(dataDir: string) {
  const child = spawn('npm', ['run', 'demo'], { env: { ...process.env, PORT: '0', DATA_DIR: dataDir } })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const written = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (chunk) => {
      written[stream] += chunk
    })
  }
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  await until(() => written.stderr.includes('observer '), 'npm run demo shows its links', startWithinMs)
  await until(() => written.stdout.includes('"url"'), 'npm run demo logs its url')
  const links = [...written.stderr.matchAll(/^ {2}(\w+) .*(http:\S+)\/j#(\S+)$/gm)].map(([, role, url, token]) => ({
    role: role ?? '',
    url: url ?? '',
    token: token ?? '',
  }))
  const stop = () => {
    child.kill('SIGTERM')
    return within(exited, 'npm run demo ends', stopWithinMs)
  }
  return { links, log: () => written.stdout, stop }
}

test('shows one link per role that opens; again it shows the same ones', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenaria-demo-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const first = await demo(dataDir)
  expect(first.links.map(({ role }) => role)).toEqual([
    'organizer',
    'facilitator',
    'rapporteur',
    'participant',
    'observer',
  ])
  for (const { role, url, token } of first.links) {
    const joined = await joinMeeting({ url }, { token })
    expect([joined.participant.role, joined.status]).toEqual([role, 'admitted'])
    const meeting = await getMeeting({ url }, joined.token, joined.meeting.id)
    expect([meeting.status, meeting.cases.length, meeting.boards.length]).toEqual(['live', 3, 4])
    expect(first.log()).not.toContain(token)
  }
  expect(await first.stop()).toBe(0)
  const second = await demo(dataDir)
  expect(second.links.map(({ token }) => token)).toEqual(first.links.map(({ token }) => token))
  expect(await second.stop()).toBe(0)
}, 90_000)
