/**
 * Starts the built server as a process of its own, as people run it: its own data folder, a free port, the log read
 * from stdout. Whoever starts one registers its `dispose` with the test runner. What `dist` holds is current, because
 * the suites that use this have tests/support/build.ts as their global setup.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { within } from './until.ts'

const entry = join(import.meta.dirname, '../../dist/server/main.js')

/** A cold start on a loaded machine; the contract asks for far less. */
const startDeadlineMs = 20_000
/** The contract: SIGTERM ends the server within 10 s. */
const stopDeadlineMs = 10_000

export interface ServerOptions {
  /** Data of an earlier server, to start again on it; by default an empty folder that `dispose` removes. */
  dataDir?: string
  /** Variables besides HOST, PORT and DATA_DIR; nothing is inherited from the machine but PATH. */
  env?: Record<string, string>
}

export interface LogLine extends Record<string, unknown> {
  level: number
  msg: string
}

export interface Server {
  url: string
  /** Where it listens, whatever its url says. */
  port: number
  organizerKey: string
  dataDir: string
  pid: number
  /** What it has logged so far; a line that is no JSON is a failure of the server and stands as `msg`. */
  logs(): LogLine[]
  /** What it wrote to stderr so far: empty unless something went wrong. */
  errors(): string
  /** SIGTERM, then the exit code: 0 when it closed in order. */
  stop(): Promise<number | null>
  /** Pulls the plug. */
  kill9(): Promise<void>
  /** Ends it if it still runs and removes its data, unless these were given to it. */
  dispose(): Promise<void>
}

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'plenaria-data-'))
  const run = launch(dataDir, options.env ?? {})
  try {
    const { url, port } = await within(run.ready, 'the server logs its url', startDeadlineMs)
    return {
      ...run.server,
      url,
      port,
      dataDir,
      organizerKey: options.env?.ORGANIZER_KEY ?? readFileSync(join(dataDir, 'organizer.key'), 'utf8').trim(),
      async dispose() {
        await run.server.kill9()
        if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await run.server.kill9()
    throw error
  }
}

/** Runs the server with an environment that it should refuse, and gives how it ended. */
export async function runUntilExit(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenaria-data-'))
  const run = launch(dataDir, env)
  run.ready.catch(() => undefined)
  try {
    const code = await within(run.exited, 'the server exits', startDeadlineMs)
    const lines = run.server.logs().map(({ msg }) => msg)
    return { code, output: [...lines, run.server.errors()].join('\n').trim() }
  } finally {
    await run.server.kill9()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function launch(dataDir: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test run that is torn down hard must not leave servers behind.
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('exit', endWithUs)
      resolve(code)
    })
  })
  const { ready, logs, errors } = readOutput(child, exited)
  return { ready, exited, server: { pid: child.pid ?? 0, logs, errors, ...enders(child, exited) } }
}

function enders(child: ChildProcess, exited: Promise<number | null>): Pick<Server, 'stop' | 'kill9'> {
  return {
    stop() {
      child.kill('SIGTERM')
      return within(exited, 'the server exits after SIGTERM', stopDeadlineMs)
    },
    async kill9() {
      child.kill('SIGKILL')
      await within(exited, 'the server is gone after SIGKILL', stopDeadlineMs)
    },
  }
}

function readOutput(child: ChildProcess, exited: Promise<number | null>) {
  const lines: LogLine[] = []
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk
  })
  const ready = new Promise<{ url: string; port: number }>((resolve, reject) => {
    if (child.stdout === null) throw new Error('the server was started without a pipe for its log')
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = parseLine(text)
      lines.push(line)
      if (typeof line.url === 'string') resolve({ url: line.url, port: Number(line.port) })
    })
    exited.then((code) => {
      const said = [...lines.map(({ msg }) => msg), errors].join('\n')
      reject(new Error(`the server ended with code ${code} before it was ready:\n${said}`))
    }, reject)
  })
  return { ready, logs: () => [...lines], errors: () => errors }
}

function parseLine(text: string): LogLine {
  try {
    return JSON.parse(text)
  } catch {
    // Kept as it came, so that the test that looks at the log sees it.
    return { level: 0, msg: text }
  }
}
