/** `npm start` itself, through npm and its shell: how long it takes, and that signals arrive where they should. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until, within } from '../support/until.ts'

/** The contract: a second start is ready within this, from the command to the log line with the url. */
const readyWithinMs = 2_000
/** The contract: SIGTERM ends it within this. */
const stopWithinMs = 10_000
/** A machine that is busy with something else is no measure: one quick start among a few shows what it takes. */
const maxStarts = 8

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
  const startedAt = performance.now()
  const child = spawn(command, args, { env: { ...process.env, PORT: '0', DATA_DIR: dataDir } })
  running.add(child)
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  const exited = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  await until(() => output.includes('"url"'), 'npm start logs its url')
  const readyMs = performance.now() - startedAt
  /** To npm alone, as a service manager does. */
  const end = () => {
    child.kill('SIGTERM')
    return within(exited, 'npm start ends after SIGTERM', stopWithinMs)
  }
  return { readyMs, end, output: () => output }
}

describe('npm start', () => {
  test('is ready in under two seconds when nothing has to be built', async () => {
    let fastestMs = Number.POSITIVE_INFINITY
    for (let round = 0; round < maxStarts && fastestMs >= readyWithinMs; round += 1) {
      const { readyMs, end } = await startReady('npm', 'start')
      fastestMs = Math.min(fastestMs, readyMs)
      await end()
    }
    expect(fastestMs).toBeLessThan(readyWithinMs)
  })

  test('passes SIGTERM on to the server and ends with its exit code', async () => {
    const { end, output } = await startReady('npm', 'start')
    expect(await end()).toBe(0)
    expect(output()).toContain('"stopping"')
  })
})
