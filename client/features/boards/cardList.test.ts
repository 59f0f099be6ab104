import { expect, test } from 'vitest'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { cardFieldsOf } from '../../../shared/documents/cardFields.ts'
import { arrivals, keepSameValues, keepUnchanged, neighbourOf } from './cardList.ts'

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

test('a list in which nothing changed is the same list', () => {
  const before = [card('a', { articles: ['FP-7'] }), card('b')]
  expect(keepUnchanged(before, [card('a', { articles: ['FP-7'] }), card('b')])).toBe(before)
  expect(keepUnchanged(before, [card('b'), card('a', { articles: ['FP-7'] })])).not.toBe(before)
  expect(keepUnchanged(before, [card('a', { articles: ['FP-7'] })])).toHaveLength(1)
})

test('only a field that says something else becomes a new value', () => {
  const [title, category] = cardFieldsOf('obstacle')
  if (!title || !category) throw new Error('the template has no such fields')
  const before = [
    { kind: 'title' as const, field: title, text: 'a' },
    { kind: 'choice' as const, field: category, id: 'ob-legal' },
  ]
  const after = keepSameValues(before, [
    { kind: 'title', field: title, text: 'ab' },
    { kind: 'choice', field: category, id: 'ob-legal' },
  ])
  expect(after[0]).toMatchObject({ text: 'ab' })
  expect(after[1]).toBe(before[1])
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
