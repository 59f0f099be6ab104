/** Holds that a ratio is only given where it means something, and that it is the right one. */
import { expect, test } from 'vitest'
import type { Owed } from './owed.ts'
import type { Run } from './Run.ts'
import { judge, median } from './statistics.ts'

const line: Owed = {
  scenario: 'A',
  what: 'p99',
  of: 'ours',
  measure: 'p99Ms',
  against: ['one', 'other'],
  relation: 'at most',
  bound: 0.7,
}

function runsOf(contestant: string, values: number[], changes: Partial<Run> = {}): Run[] {
  return values.map((p99Ms) => ({ contestant, measures: { p99Ms }, problems: [], othersShare: 0, ...changes }))
}

const others = [...runsOf('one', [10, 10, 10]), ...runsOf('other', [20, 20, 20])]

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle)
})

test('a ratio is taken of medians and against the better of the others', () => {
  expect(judge(line, [...runsOf('ours', [5, 900, 6]), ...others])).toEqual({ kind: 'reached', value: 0.6 })
  expect(judge(line, [...runsOf('ours', [8, 8, 8]), ...others])).toEqual({ kind: 'missed', value: 0.8 })
})

test('the better of the others is the greater where much is good', () => {
  const most: Owed = { ...line, relation: 'at least', bound: 2 }
  expect(judge(most, [...runsOf('ours', [30, 30, 30]), ...others])).toEqual({ kind: 'missed', value: 1.5 })
})

test('a bound without others is compared with the value itself, or with another measure of the same runs', () => {
  const { against: _, ...absolute } = line
  const runs = runsOf('ours', [6, 6, 6]).map((run) => ({ ...run, measures: { ...run.measures, alone: 12 } }))
  expect(judge({ ...absolute, bound: 50 }, runs)).toEqual({ kind: 'reached', value: 6 })
  expect(judge({ ...absolute, againstMeasure: 'alone' }, runs)).toEqual({ kind: 'reached', value: 0.5 })
})

test('one run whose check failed refuses the ratio, whoever it was', () => {
  const bad = runsOf('other', [1], { problems: ['3 deliveries are missing'] })
  expect(judge(line, [...runsOf('ours', [5, 5, 5]), ...others, ...bad])).toEqual({
    kind: 'refused',
    reason: 'other: 3 deliveries are missing',
  })
})

test('a disturbed run does not count, and fewer than three clean ones give no ratio', () => {
  const disturbed = runsOf('ours', [900], { othersShare: 0.5 })
  expect(judge(line, [...runsOf('ours', [5, 5, 5]), ...disturbed, ...others])).toEqual({ kind: 'reached', value: 0.5 })
  expect(judge(line, [...runsOf('ours', [5, 5]), ...disturbed, ...others])).toEqual({
    kind: 'refused',
    reason: 'ours: 2 clean runs of 3 (others took 50 % of a core)',
  })
})

test('a load that was late itself gives no ratio', () => {
  const late = runsOf('ours', [5, 5, 5], { measures: { p99Ms: 5, sendLagP99Ms: 40 } })
  expect(judge(line, [...late, ...others])).toMatchObject({ kind: 'refused' })
})

test('nothing is said of who did not take part', () => {
  expect(judge(line, runsOf('ours', [5, 5, 5]))).toEqual({ kind: 'refused', reason: 'one: 0 clean runs of 3' })
})
