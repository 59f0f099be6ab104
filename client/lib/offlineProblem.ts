/** The refusal that the client makes itself: there is no connection to send a command over. */
import { makeProblem, type Problem } from '../../shared/contracts/problems.ts'

export const offlineProblem: Problem = {
  ...makeProblem('unavailable', 'There is no connection to the meeting at the moment.'),
  type: 'urn:plenaria:problem:offline',
}
