import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, cardsOf, moveCard, readCards, readColumn, removeCard, setCategory, titleOf } from './boardDocument.ts'

function boardWith(...titles: string[]): Y.Doc {
  const doc = new Y.Doc()
  for (const title of titles) addCard(doc, title, 'obstacle', title)
  return doc
}

const titles = (doc: Y.Doc) => readColumn(doc, 'obstacle').map((card) => card.title)

test('cards come in the order in which they were added', () => {
  expect(titles(boardWith('a', 'b', 'c'))).toEqual(['a', 'b', 'c'])
})

test('a card moves up, down, to the top, to the bottom', () => {
  const doc = boardWith('a', 'b', 'c')
  moveCard(doc, 'c', 'obstacle', 'up')
  expect(titles(doc)).toEqual(['a', 'c', 'b'])
  moveCard(doc, 'a', 'obstacle', 'down')
  expect(titles(doc)).toEqual(['c', 'a', 'b'])
  moveCard(doc, 'b', 'obstacle', 'top')
  expect(titles(doc)).toEqual(['b', 'c', 'a'])
  moveCard(doc, 'b', 'obstacle', 'bottom')
  expect(titles(doc)).toEqual(['c', 'a', 'b'])
})

test('a card moves to another column with its title and category', () => {
  const doc = boardWith('a')
  setCategory(doc, 'a', 'ob-legal')
  moveCard(doc, 'a', 'recommendation', 'bottom')
  expect(readCards(doc)).toMatchObject([{ id: 'a', title: 'a', column: 'recommendation', category: 'ob-legal' }])
})

test('two people move one card at once: it is in one place, and the same for both', () => {
  const alice = boardWith('a', 'b')
  const bob = new Y.Doc()
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice))
  moveCard(alice, 'a', 'goodPractice', 'bottom')
  moveCard(bob, 'a', 'recommendation', 'bottom')
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice))
  Y.applyUpdate(alice, Y.encodeStateAsUpdate(bob))
  expect(readCards(alice)).toEqual(readCards(bob))
  expect(readCards(alice).filter((card) => card.id === 'a')).toHaveLength(1)
})

test('cards added by two people at the same position can still be moved between each other', () => {
  const alice = new Y.Doc()
  const bob = new Y.Doc()
  addCard(alice, 'a', 'obstacle', 'a')
  addCard(bob, 'b', 'obstacle', 'b')
  Y.applyUpdate(alice, Y.encodeStateAsUpdate(bob))
  addCard(alice, 'c', 'obstacle', 'c')
  moveCard(alice, 'c', 'obstacle', 'top')
  expect(titles(alice)[0]).toBe('c')
})

test('what is not a card is not shown and hurts nobody', () => {
  const doc = boardWith('a')
  cardsOf(doc).set('odd', 'a string')
  cardsOf(doc).set('half', new Y.Map([['place', { column: 'nowhere', order: 'a0' }]]))
  const broken = new Y.Map<unknown>([['place', { column: 'obstacle', order: '!!' }]])
  cardsOf(doc).set('broken', broken)
  addCard(doc, 'b', 'obstacle', 'b')
  expect(titles(doc).filter((title) => title !== '')).toEqual(['a', 'b'])
})

test('a removed card stays removed when somebody moves it at the same time', () => {
  const alice = boardWith('a')
  const bob = new Y.Doc()
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice))
  removeCard(alice, 'a')
  moveCard(bob, 'a', 'goodPractice', 'bottom')
  Y.applyUpdate(alice, Y.encodeStateAsUpdate(bob))
  expect(titleOf(alice, 'a')).toBeNull()
})
