/**
 * The measured window: between its two marks the bench counts the server's CPU and the disturbance of the machine, and
 * here the load counts what it itself took, since a load that cannot keep up measures itself.
 */
import type { FromLoad, ToLoad } from './Job.ts'

export interface Window {
  /** Ends it, and gives what goes with the measures. */
  end(): Promise<{ seconds: number; loadCpuShare: number }>
}

export async function openWindow(): Promise<Window> {
  await mark('start')
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  return {
    async end() {
      const seconds = (performance.now() - startedAt) / 1_000
      const { user, system } = process.cpuUsage(cpu)
      await mark('end')
      return { seconds, loadCpuShare: (user + system) / 1e6 / seconds }
    },
  }
}

function mark(name: 'start' | 'end'): Promise<void> {
  return new Promise((resolve) => {
    const hear = (answer: ToLoad) => {
      if (!('marked' in answer) || answer.marked !== name) return
      process.off('message', hear)
      resolve()
    }
    process.on('message', hear)
    const message: FromLoad = { mark: name }
    process.send?.(message)
  })
}
