/**
 * Any bytes on a document's connection: noise, damaged frames, and updates that are forged struct by struct. Nothing is
 * thrown, a frame that is refused changes nothing, and whatever is taken can be read by everybody (anyBytes/Room.ts).
 * Fixed seeds; `npm run torture -- bytes` throws other ones.
 */
import { expect, test } from 'vitest'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { readRegressions } from './anyBytes/regressions.ts'
import { findingOf, throwFrames } from './anyBytes/throwFrames.ts'

const count = 20_000
/** A machine that does other things at the same time. */
const patientMs = 120_000

test.each(readRegressions())('harmed a room once, and not again: $about', async ({ throws }) => {
  expect((await findingOf(throws)).finding).toBeNull()
})

test('[UP2] [UP5] 20,000 frames of any bytes leave the room and its words alone', { timeout: patientMs }, async () => {
  const outcomes = await throwFrames({ seed: 1, count })
  expect(outcomes.get(closeCodes.malformed)).toBeGreaterThan(count / 3)
  expect(outcomes.get(closeCodes.frameTooLarge)).toBeGreaterThan(5)
  // As many get through as are refused: what they leave behind is what has to be readable.
  expect(outcomes.get('taken')).toBeGreaterThan(count / 4)
})
