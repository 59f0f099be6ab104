/** The long form of tests/sync/anyBytes.fuzz.test.ts. */
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { throwFrames } from '../sync/anyBytes/throwFrames.ts'
import type { Torture } from './Torture.ts'

const reportEvery = 50_000

export const bytes: Torture = {
  name: 'bytes',
  about:
    'frames of any bytes into documents: nothing is thrown, what is refused changes nothing, what is taken can be read',
  rounds: 1_000_000,
  async run({ rounds, seed, report }) {
    const outcomes = await throwFrames({ seed, count: rounds }, (done) => {
      if (done % reportEvery === 0) report(`${done} frames`)
    })
    const refused = outcomes.get(closeCodes.malformed) ?? 0
    report(`${rounds} frames: ${outcomes.get('taken') ?? 0} taken, ${refused} malformed, the rest too large`)
  },
}
