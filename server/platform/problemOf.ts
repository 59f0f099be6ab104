/** Any error as a problem for the outside: expected refusals as they are, the rest as an id whose details are logged. */
import { makeProblem, type Problem, ProblemError } from '../../shared/contracts/problems.ts'
import type { Chance } from './chance.ts'
import type { Log } from './log.ts'

export function problemOf(error: unknown, { log, chance }: { log: Log; chance: Chance }): Problem {
  if (error instanceof ProblemError) return error.problem
  const id = chance.id()
  const err = error instanceof Error ? error : new Error(String(error))
  log.error({ id, err }, 'unexpected error')
  if (err.name === 'DatabaseError') {
    return makeProblem('unavailable', 'The server cannot save at the moment. Nothing was changed: try again shortly.')
  }
  if (err.name === 'CorruptDocument') {
    const detail =
      'What is stored of this document is damaged. It stays as it is until it has been mended: tell the people who run this server.'
    return makeProblem('unavailable', detail)
  }
  return makeProblem('internal', `Something failed on the server. Tell the people who run it this number: ${id}.`)
}
