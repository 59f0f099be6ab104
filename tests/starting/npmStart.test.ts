/** `npm start` itself, through npm and its shell: that it builds only what it must, and that signals arrive. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until, within } from '../support/until.ts'

/** The contract: SIGTERM and SIGINT end it within this. */
const stopWithinMs = 10_000

let dataDir: string
const running = new Set<ChildProcess>()

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'plenaria-start-'))
})

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/** Runs a command in the project and gives it once its output holds the ready line. */
async function startReady(command: string, ...args: string[]) {
  const child = spawn(command, args, { env: { ...process.env, PORT: '0', DATA_DIR: dataDir }, detached: true })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk
    })
  }
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  await until(() => output.includes('"url"'), 'npm start logs its url')
  /** Sends to npm alone, as a service manager does, or to the whole group, as a terminal does. */
  const end = (signal: NodeJS.Signals, receiver: 'npm' | 'group') => {
    process.kill(receiver === 'npm' ? (child.pid ?? 0) : -(child.pid ?? 0), signal)
    return within(exited, `npm start ends after ${signal}`, stopWithinMs)
  }
  return { end, output: () => output }
}

describe('npm start', () => {
  test('builds nothing when nothing has changed', async () => {
    const { end, output } = await startReady('npm', 'start')
    await end('SIGTERM', 'npm')
    expect(output()).not.toContain('Building')
  })

  test('passes SIGTERM on to the server and ends with its exit code', async () => {
    const { end, output } = await startReady('npm', 'start')
    expect(await end('SIGTERM', 'npm')).toBe(0)
    expect(output()).toContain('"stopping"')
  })

  test('stops in order at Ctrl-C, which reaches the server twice: from the terminal and from npm', async () => {
    const { end, output } = await startReady('npm', 'start')
    expect(await end('SIGINT', 'group')).toBe(0)
    expect(output()).toContain('"stopping"')
  })
})
