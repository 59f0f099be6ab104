/** The refusal of an archive whose parts are each readable and do not fit together. */
import { ProblemError } from '../../shared/contracts/problems.ts'

/** The problem that says what does not fit. */
export function unsound(reason: string): ProblemError {
  const detail = `The archive is not whole: ${reason}. Export the meeting again and send that file unchanged.`
  return new ProblemError('invalid-request', detail)
}
