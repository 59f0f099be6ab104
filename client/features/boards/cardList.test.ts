import { expect, test } from 'vitest'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { arrivals, keepUnchanged, neighbourOf } from './cardList.ts'

const card = (id: string, change: Partial<Card> = {}): Card => ({
  id,
  title: id,
  column: 'obstacle',
  order: 'a0',
  category: null,
  articles: [],
  caseId: null,
  language: null,
  ...change,
})

test('only a card that differs becomes a new object', () => {
  const before = [card('a'), card('b')]
  const after = keepUnchanged(before, [card('a'), card('b', { title: 'changed' }), card('c')])
  expect(after[0]).toBe(before[0])
  expect(after[1]).not.toBe(before[1])
  expect(after.map(({ title }) => title)).toEqual(['a', 'changed', 'c'])
})

test('arrivals are counted by column; what moved or left is none', () => {
  const before = [card('a'), card('b')]
  const after = [card('a', { column: 'recommendation' }), card('c'), card('d'), card('e', { column: 'goodPractice' })]
  expect(arrivals(before, after)).toEqual(
    new Map([
      ['obstacle', 2],
      ['goodPractice', 1],
    ]),
  )
})

test('the neighbour is the card after, else the one before, else none', () => {
  const cards = [card('a'), card('b'), card('c')]
  expect(neighbourOf(cards, 'b')?.id).toBe('c')
  expect(neighbourOf(cards, 'c')?.id).toBe('b')
  expect(neighbourOf([card('a')], 'a')).toBeNull()
  expect(neighbourOf(cards, 'gone')).toBeNull()
})
