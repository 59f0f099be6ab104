import { expect, test } from 'vitest'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { AuthorLooks } from './authorLooks.ts'

test('people whom the policy shows alike are one author', () => {
  const looks = new AuthorLooks()
  const first = looks.of({ country: 'pa', agency: 'prosecution' })
  expect(looks.of({ country: 'pa', agency: 'prosecution' })).toBe(first)
  expect(looks.of({ country: 'pa' })).not.toBe(first)
})

test('people of one colour have different lines', () => {
  const looks = new AuthorLooks()
  const authors = Array.from({ length: 12 }, (_, index) => looks.of({ participantId: `p${index}` as ParticipantId }))
  expect(new Set(authors.map(({ color, line }) => `${color} ${line}`)).size).toBe(12)
})
