/**
 * One run of one contestant: its server on a folder of its own, and load generators against it. Around each measured
 * window it counts the CPU of the server and what everybody else on the machine took meanwhile.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Contestant, Demand, Running } from '../contestants/Contestant.ts'
import type { FromLoad, Job, TaskResult, ToLoad } from '../load/Job.ts'
import { busySeconds, usageOf } from '../machine/cpu.ts'
import { programFile } from '../programs.ts'

const longestTaskMs = 240_000

export interface Loaded extends TaskResult {
  /** CPU that neither the server nor the load took in the window, as a share of one core. */
  othersShare: number
}

/** A job without what the contestant decides. */
export type Task = Job extends infer J ? (J extends Job ? Omit<J, 'framing' | 'keepsDocuments'> : never) : never

export class Session {
  readonly contestant: Contestant
  readonly #demand: Demand
  #running: Running | null = null

  constructor(contestant: Contestant, needs: Omit<Demand, 'dataDir'>) {
    this.contestant = contestant
    this.#demand = { ...needs, dataDir: mkdtempSync(join(tmpdir(), 'plenaria-bench-')) }
  }

  get server(): Running {
    if (!this.#running) throw new Error('the server of this session is not started')
    return this.#running
  }

  async start(): Promise<void> {
    this.#running = await this.contestant.start(this.#demand)
  }

  async stop(): Promise<void> {
    await this.#running?.stop()
    this.#running = null
  }

  async end(): Promise<void> {
    await this.stop()
    rmSync(this.#demand.dataDir, { recursive: true, force: true })
  }

  /** Runs a task in a load generator of its own; the measures then hold the server's CPU and memory too. */
  async load(task: Task): Promise<Loaded> {
    const { framing, keepsDocuments } = this.contestant
    const { pid } = this.server
    const child = fork(programFile('load'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const tell = (message: ToLoad) => child.send(message)
    const look = () => ({
      at: performance.now(),
      server: usageOf(pid),
      load: usageOf(child.pid ?? 0),
      all: busySeconds(),
    })
    const marks: Partial<Record<'start' | 'end', ReturnType<typeof look>>> = {}
    const timer = setTimeout(() => child.kill('SIGKILL'), longestTaskMs)
    try {
      const result = await new Promise<TaskResult>((resolve, reject) => {
        child.on('message', (message: FromLoad) => {
          if ('mark' in message) {
            marks[message.mark] = look()
            tell({ marked: message.mark })
          } else if ('result' in message) resolve(message.result)
          else reject(new Error(message.failed))
        })
        child.once('exit', (code) => reject(new Error(`the load generator ended with code ${code}`)))
        tell({ job: { framing, keepsDocuments, ...task } as Job })
      })
      const { start, end } = marks
      if (!start || !end) return { ...result, othersShare: 0 }
      const seconds = Math.max(0.05, (end.at - start.at) / 1_000)
      const cpuSeconds = end.server.cpuSeconds - start.server.cpuSeconds
      const others = end.all - start.all - cpuSeconds - (end.load.cpuSeconds - start.load.cpuSeconds)
      const { residentMb, peakMb } = end.server
      const ofServer = { cpuSeconds, cpuShare: cpuSeconds / seconds, residentMb, peakMb }
      return {
        problems: result.problems,
        measures: { ...result.measures, ...ofServer, grownMb: residentMb - start.server.residentMb },
        othersShare: Math.max(0, others / seconds),
      }
    } finally {
      clearTimeout(timer)
      child.kill('SIGKILL')
    }
  }
}
