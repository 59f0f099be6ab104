/** The load generator: a process that the bench forks, so that its CPU is never the server's. One job, one result. */
import type { FromLoad, Job, TaskResult, ToLoad } from './Job.ts'
import { coldSync, seedLog } from './tasks/coldLoad.ts'
import { cursors } from './tasks/cursors.ts'
import { edits } from './tasks/edits.ts'
import { joinStorm, reconnectStorm, seedState } from './tasks/joining.ts'
import { saturation } from './tasks/saturation.ts'
import { touch } from './tasks/touch.ts'

function perform(job: Job): Promise<TaskResult> {
  switch (job.task) {
    case 'edits':
      return edits(job)
    case 'saturation':
      return saturation(job)
    case 'cursors':
      return cursors(job)
    case 'joinStorm':
      return joinStorm(job)
    case 'seedLog':
      return seedLog(job)
    case 'coldSync':
      return coldSync(job)
    case 'seedState':
      return seedState(job)
    case 'reconnectStorm':
      return reconnectStorm(job)
    case 'touch':
      return touch(job)
  }
}

process.once('message', (message: ToLoad) => {
  if (!('job' in message)) return
  perform(message.job).then(
    (result) => answer({ result }),
    (error: Error) => answer({ failed: error.stack ?? error.message }),
  )
})

function answer(message: FromLoad): void {
  process.send?.(message, undefined, undefined, () => process.exit(0))
}
