/** Holds that the record of the long tests keeps one row for each, the latest. */
import { expect, test } from 'vitest'
import { type Outcome, spell, withOutcome } from './record.ts'

const kill: Outcome = {
  name: 'kill',
  about: 'nothing is lost',
  rounds: 500,
  seed: 7,
  failure: null,
  seconds: 1_500,
  date: '2026-11-24',
}

test('a first outcome begins the table below the text', () => {
  expect(withOutcome('# Long tests\n\nText.\n', kill).split('\n')).toEqual([
    '# Long tests',
    '',
    'Text.',
    '',
    '| name | what has to hold | rounds | seed | outcome | duration | date |',
    '|---|---|---|---|---|---|---|',
    '| kill | nothing is lost | 500 | 7 | held | 25 min | 2026-11-24 |',
    '',
  ])
})

test('a later outcome takes the place of the earlier and leaves the others', () => {
  const other = { ...kill, name: 'bytes' }
  const before = withOutcome(withOutcome('# Long tests\n', kill), other)
  const after = withOutcome(before, { ...kill, seed: 8, failure: 'a word\nwas lost' })
  expect(after.split('\n').slice(4)).toEqual([
    '| bytes | nothing is lost | 500 | 7 | held | 25 min | 2026-11-24 |',
    '| kill | nothing is lost | 500 | 8 | **did not hold**: a word was lost | 25 min | 2026-11-24 |',
    '',
  ])
})

test.each([
  [48.2, '48 s'],
  [720, '12 min'],
  [7_500, '2 h 5 min'],
])('%d seconds are spelled %s', (seconds, words) => {
  expect(spell(seconds)).toBe(words)
})
