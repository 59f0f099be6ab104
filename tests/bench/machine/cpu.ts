/** What Linux knows of CPU and memory: of a tree of processes, and of the whole machine. Read from /proc. */
import { readdirSync, readFileSync } from 'node:fs'

/** The kernel counts CPU in hundredths of a second. */
const ticksPerSecond = 100
const kilobytesPerMegabyte = 1_024

export interface Usage {
  cpuSeconds: number
  residentMb: number
  peakMb: number
}

/** Of a process and everything that it has started. */
export function usageOf(root: number): Usage {
  const total: Usage = { cpuSeconds: 0, residentMb: 0, peakMb: 0 }
  for (const pid of treeOf(root)) {
    const stat = read(`/proc/${pid}/stat`)
    const status = read(`/proc/${pid}/status`)
    // After the name, which may hold spaces: state is the first field, user and system time are the 12th and 13th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    total.cpuSeconds += (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond
    total.residentMb += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / kilobytesPerMegabyte
    total.peakMb += Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / kilobytesPerMegabyte
  }
  return total
}

/** Seconds that the machine's cores were busy, or taken by a neighbour on the same hardware. */
export function busySeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = read('/proc/stat')
    .split('\n', 1)
    .flatMap((line) => line.trim().split(/\s+/).slice(1).map(Number))
  return (user + nice + system + irq + softirq + steal) / ticksPerSecond
}

function treeOf(root: number): number[] {
  const children = threadsOf(root).flatMap((thread) =>
    read(`/proc/${root}/task/${thread}/children`).trim().split(' ').filter(Boolean).map(Number),
  )
  return [root, ...children.flatMap(treeOf)]
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    // It has ended meanwhile.
    return []
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}
