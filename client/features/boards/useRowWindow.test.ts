import { expect, test } from 'vitest'
import { indexesIn } from './useRowWindow.ts'

const range = { startIndex: 500, endIndex: 502, overscan: 2, count: 1_000 }

test('a table of usual length is drawn whole', () => {
  expect(indexesIn({ ...range, startIndex: 0, endIndex: 2, count: 5 }, [])).toEqual([0, 1, 2, 3, 4])
})

test('of a long one what is in sight and around it, and the rows that are held with their neighbours, each once', () => {
  expect(indexesIn(range, [])).toEqual([498, 499, 500, 501, 502, 503, 504])
  expect(indexesIn(range, [999, 3])).toEqual([2, 3, 4, 498, 499, 500, 501, 502, 503, 504, 998, 999])
  expect(indexesIn(range, [501, 501])).toEqual([498, 499, 500, 501, 502, 503, 504])
})

test('a row that is not there is not held', () => {
  expect(indexesIn(range, [-1])).toHaveLength(7)
})
