/** Starts a peer as a process of its own and waits until its port answers. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { pause } from '../load/waiting.ts'

const startDeadlineMs = 30_000
const stopDeadlineMs = 8_000
const keptLogChars = 2_000

export interface ServerProcess {
  pid: number
  port: number
  stop(): Promise<void>
}

export async function startProcess(
  script: string,
  env: Record<string, string>,
  cwd = process.cwd(),
): Promise<ServerProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, [script], {
    cwd,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.once('exit', () => process.off('exit', endWithUs))
  let log = ''
  const keep = (chunk: Buffer) => {
    log = (log + chunk).slice(-keptLogChars)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  for (const endsAt = performance.now() + startDeadlineMs; !(await answers(port)); await pause(10)) {
    if (child.exitCode !== null) throw new Error(`${script} ended at its start:\n${log}`)
    if (performance.now() < endsAt) continue
    child.kill('SIGKILL')
    throw new Error(`${script} does not listen:\n${log}`)
  }
  return { pid: child.pid ?? 0, port, stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopDeadlineMs)
  await gone
  clearTimeout(timer)
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
