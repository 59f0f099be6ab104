import { expect, test } from 'vitest'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { type ColumnCards, currentTarget, isSameTarget, placeOf, stepTarget } from './dropTarget.ts'

const face = { title: '', order: 'a0', category: null, articles: [], caseId: null, language: null }

function column(kind: CardKind, ...ids: string[]): ColumnCards {
  return { column: kind, cards: ids.map((id): Card => ({ ...face, id, column: kind })) }
}

const board = [column('goodPractice', 'a', 'b', 'c'), column('obstacle', 'x'), column('recommendation')]

test('a card stands before the one after it, the last one at the end', () => {
  expect(currentTarget(board, 'a')).toEqual({ column: 'goodPractice', before: 'b' })
  expect(currentTarget(board, 'c')).toEqual({ column: 'goodPractice', before: null })
  expect(currentTarget(board, 'gone')).toBeNull()
})

test('steps go through the other cards of a column and stay at its edges', () => {
  const start = { column: 'goodPractice' as const, before: 'c' }
  const up = stepTarget(board, 'b', start, 'up')
  expect(up).toEqual({ column: 'goodPractice', before: 'a' })
  expect(stepTarget(board, 'b', up, 'up')).toEqual(up)
  const down = stepTarget(board, 'b', start, 'down')
  expect(down).toEqual({ column: 'goodPractice', before: null })
  expect(stepTarget(board, 'b', down, 'down')).toEqual(down)
  expect(stepTarget(board, 'b', down, 'first')).toEqual(up)
  expect(stepTarget(board, 'b', up, 'last')).toEqual(down)
})

test('a step sideways keeps the position as far as the column goes', () => {
  const start = { column: 'goodPractice' as const, before: null }
  const next = stepTarget(board, 'c', start, 'next')
  expect(next).toEqual({ column: 'obstacle', before: null })
  expect(stepTarget(board, 'c', next, 'next')).toEqual({ column: 'recommendation', before: null })
  expect(stepTarget(board, 'a', { column: 'goodPractice', before: 'b' }, 'next')).toEqual({
    column: 'obstacle',
    before: 'x',
  })
  expect(stepTarget(board, 'c', start, 'previous')).toEqual(start)
})

test('a position counts the card itself', () => {
  expect(placeOf(board, 'b', { column: 'goodPractice', before: 'c' })).toEqual({ position: 2, count: 3 })
  expect(placeOf(board, 'b', { column: 'obstacle', before: null })).toEqual({ position: 2, count: 2 })
})

test('targets are compared by what they say', () => {
  expect(isSameTarget({ column: 'obstacle', before: null }, { column: 'obstacle', before: null })).toBe(true)
  expect(isSameTarget({ column: 'obstacle', before: 'x' }, { column: 'obstacle', before: null })).toBe(false)
  expect(isSameTarget(null, { column: 'obstacle', before: null })).toBe(false)
})
