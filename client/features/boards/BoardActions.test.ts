import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, readCards, setCategory, titleOf } from '../../../shared/documents/boardDocument.ts'
import { BoardActions } from './BoardActions.ts'

const titles = (doc: Y.Doc) => readCards(doc).map((card) => card.title)

test('a deleted card comes back whole to its place, and what others did meanwhile stays', () => {
  const doc = new Y.Doc()
  const actions = new BoardActions(doc)
  for (const title of ['a', 'b', 'c']) addCard(doc, title, 'obstacle', title)
  setCategory(doc, 'b', 'ob-legal')
  actions.remove('b')
  addCard(doc, 'd', 'obstacle', 'd')
  titleOf(doc, 'a')?.insert(1, '!')
  actions.undoRemoval()
  expect(readCards(doc)).toMatchObject([
    { id: 'a', title: 'a!' },
    { id: 'b', title: 'b', category: 'ob-legal' },
    { id: 'c' },
    { id: 'd' },
  ])
})

test('undo brings back one deletion at a time and nothing else', () => {
  const doc = new Y.Doc()
  const actions = new BoardActions(doc)
  const first = actions.add('obstacle', 'a')
  const second = actions.add('obstacle', 'b')
  actions.remove(first)
  actions.remove(second)
  actions.undoRemoval()
  expect(titles(doc)).toEqual(['b'])
  actions.undoRemoval()
  actions.undoRemoval()
  expect(titles(doc)).toEqual(['a', 'b'])
})

test('a move says where the card is now', () => {
  const doc = new Y.Doc()
  const actions = new BoardActions(doc)
  const cardId = actions.add('obstacle', 'a')
  actions.add('recommendation', 'b')
  expect(actions.move(cardId, 'recommendation', 'top')).toEqual({ position: 1, count: 2 })
})

test('own cards are known', () => {
  const actions = new BoardActions(new Y.Doc())
  expect(actions.isOwn(actions.add('obstacle', 'a'))).toBe(true)
  expect(actions.isOwn('other')).toBe(false)
})
