/** Refusals in the reader's words: what happened, what is safe, what to do. Never a code, never the server's English. */
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../shared/contracts/problems.ts'
import { ApiProblem, NetworkFailure } from '../lib/api.ts'
import { offlineProblem } from '../lib/offlineProblem.ts'

/** The key in `common` for a problem, or for whatever was thrown by `api`. */
export function problemKey(error: unknown): string {
  if (error instanceof NetworkFailure) return 'problem.offline'
  return keyOf(error instanceof ApiProblem ? error.problem : (error as Partial<Problem> | null))
}

function keyOf(problem: Partial<Problem> | null): string {
  if (problem?.type === offlineProblem.type) return 'problem.offline'
  switch (problem?.code) {
    case 'unauthorized':
      return 'problem.signedOut'
    case 'forbidden':
    case 'foreign-origin':
      return 'problem.forbidden'
    case 'not-found':
    case 'conflict':
      return 'problem.movedOn'
    case 'not-now':
      return 'problem.notNow'
    case 'too-large':
      return 'problem.tooLarge'
    case 'too-many-failures':
      return 'problem.tooManyFailures'
    case 'unavailable':
      return 'problem.unavailable'
    default:
      return 'problem.internal'
  }
}

/** Gives the sentence for a problem or a thrown error. */
export function useProblemWords(): (error: unknown) => string {
  const { t } = useTranslation()
  return (error) => t(problemKey(error))
}
