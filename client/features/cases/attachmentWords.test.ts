import { expect, test } from 'vitest'
import { makeProblem, type ProblemCode } from '../../../shared/contracts/problems.ts'
import { ApiProblem, NetworkFailure } from '../../lib/api.ts'
import { offlineProblem } from '../../lib/offlineProblem.ts'
import { canTryAgain, failureKey } from './attachmentWords.ts'

const refused = (code: ProblemCode) => new ApiProblem(makeProblem(code, ''))
const open = { isFull: false, mayAdd: true }

test('a lost connection keeps the file to try again, however it was lost', () => {
  for (const reason of [new NetworkFailure(), new ApiProblem(offlineProblem)]) {
    expect([failureKey(reason, open), canTryAgain(reason)]).toEqual(['files.failure.offline', true])
  }
})

test.each([
  ['too-large', 'files.failure.tooLarge'],
  ['unsupported-media-type', 'files.failure.kind'],
  ['invalid-request', 'files.failure.unusable'],
] as const)('what is wrong with the file itself (%s) is said, and trying again is not offered', (code, key) => {
  expect([failureKey(refused(code), open), canTryAgain(refused(code))]).toEqual([key, false])
})

test('no room is told apart: the meeting is closed, the case is full, the meeting is full, the disk is full', () => {
  const reason = refused('not-now')
  expect(failureKey(reason, { isFull: false, mayAdd: false })).toBe('files.failure.closed')
  expect(failureKey(reason, { isFull: true, mayAdd: true })).toBe('files.failure.caseFull')
  expect(failureKey(reason, open)).toBe('files.failure.meetingFull')
  expect(failureKey(refused('unavailable'), open)).toBe('files.failure.noSpace')
  expect(failureKey(refused('forbidden'), open)).toBeNull()
})
