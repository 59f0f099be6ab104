import { expect, test } from 'vitest'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { type CardFilter, conditionsOf, isFiltering, matchesFilter, noFilter, offeredBy } from './cardFilter.ts'

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

const cards = [
  card('a', { category: 'ob-legal', articles: ['FP-7', 'FP-8'], language: 'es' }),
  card('b', { category: 'ob-legal', articles: ['FP-7'], caseId: 'colibri', language: 'pt' }),
  card('c', { caseId: 'colibri' }),
]

const shown = (change: Partial<CardFilter>) =>
  cards.filter((one) => matchesFilter(one, { ...noFilter, ...change }, ({ id }) => `Números ${id}`)).map(({ id }) => id)

test('without conditions every card is shown', () => {
  expect(shown({})).toEqual(['a', 'b', 'c'])
  expect(isFiltering(noFilter)).toBe(false)
  expect(isFiltering({ ...noFilter, text: ' ' })).toBe(false)
})

test('all conditions hold at once', () => {
  expect(shown({ category: 'ob-legal' })).toEqual(['a', 'b'])
  expect(shown({ article: 'FP-7', caseId: 'colibri' })).toEqual(['b'])
  expect(shown({ article: 'FP-8', caseId: 'colibri' })).toEqual([])
  expect(shown({ language: 'es' })).toEqual(['a'])
  expect(conditionsOf({ ...noFilter, article: 'FP-7', caseId: 'colibri' })).toBe(2)
})

test('a text is found in a card’s words without regard to case and accents', () => {
  expect(shown({ text: 'numeros B' })).toEqual(['b'])
})

test('what is in use is offered with its count, and what was chosen stays offered', () => {
  expect(offeredBy(cards, 'article', null)).toEqual([
    { id: 'FP-7', count: 2 },
    { id: 'FP-8', count: 1 },
  ])
  expect(offeredBy(cards, 'category', 'gone')).toEqual([
    { id: 'gone', count: 0 },
    { id: 'ob-legal', count: 2 },
  ])
})
