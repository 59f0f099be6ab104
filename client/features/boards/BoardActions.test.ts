import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addCard, moveCard, readCards, setCategory, titleOf } from '../../../shared/documents/boardDocument.ts'
import { BoardActions } from './BoardActions.ts'

const titles = (doc: Y.Doc) => readCards(doc).map((card) => card.title)

/** A board here and somebody else's copy of it; `meet` brings both to the same state. */
function twoPeople() {
  const doc = new Y.Doc()
  const other = new Y.Doc()
  const meet = () => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  }
  return { doc, other, actions: new BoardActions(doc), meet }
}

test('a deleted card comes back whole to its place, and what others did meanwhile stays', () => {
  const { doc, other, actions, meet } = twoPeople()
  for (const title of ['a', 'b', 'c']) addCard(doc, title, 'obstacle', title)
  setCategory(doc, 'b', 'ob-legal')
  actions.remove('b')
  expect(actions.getSnapshot().removedId).toBe('b')
  meet()
  addCard(other, 'd', 'obstacle', 'd')
  titleOf(other, 'a')?.insert(1, '!')
  meet()
  expect(actions.undo()).toEqual({ outcome: 'done', cardId: 'b' })
  expect(readCards(doc)).toMatchObject([
    { id: 'a', title: 'a!' },
    { id: 'b', title: 'b', category: 'ob-legal' },
    { id: 'c' },
    { id: 'd' },
  ])
})

test('undo goes back one own action at a time, redo forward again', () => {
  const doc = new Y.Doc()
  const actions = new BoardActions(doc)
  const first = actions.add('obstacle', 'a')
  actions.add('obstacle', 'b')
  actions.move(first, 'recommendation', 'top')
  actions.setCategory(first, 'ob-legal')
  actions.remove(first)
  const states: unknown[] = [readCards(doc)]
  while (actions.undo()) states.push(readCards(doc))
  expect(states).toHaveLength(6)
  expect(states.at(-1)).toEqual([])
  for (const state of states.slice(0, -1).reverse()) {
    expect(actions.redo()).not.toBeNull()
    expect(readCards(doc)).toEqual(state)
  }
  expect(actions.getSnapshot()).toEqual({ canUndo: true, canRedo: false, removedId: first })
  expect(actions.redo()).toBeNull()
})

test('what others do is not undone, nor what they did after', () => {
  const { doc, other, actions, meet } = twoPeople()
  addCard(other, 'a', 'obstacle', 'a')
  meet()
  expect(actions.undo()).toBeNull()
  actions.move('a', 'goodPractice', 'top')
  meet()
  moveCard(other, 'a', 'recommendation', 'top')
  meet()
  actions.undo()
  expect(readCards(doc)).toMatchObject([{ id: 'a', column: 'recommendation' }])
})

test('a card in which others have written is not taken away by undoing its addition', () => {
  const { doc, other, actions, meet } = twoPeople()
  const cardId = actions.add('obstacle', 'a')
  meet()
  titleOf(other, cardId)?.insert(1, '!')
  meet()
  expect(actions.undo()).toEqual({ outcome: 'kept', cardId })
  expect(titles(doc)).toEqual(['a!'])
  expect(actions.getSnapshot().canUndo).toBe(false)
})

test('typed letters are one step with those around them, and their own beside other actions', () => {
  const doc = new Y.Doc()
  const actions = new BoardActions(doc)
  const cardId = actions.add('obstacle', '')
  const title = titleOf(doc, cardId)
  for (const letter of 'abc') doc.transact(() => title?.insert(title.length, letter), actions.origin)
  actions.undo()
  expect(titles(doc)).toEqual([''])
})

test('whatever I do beside others: undoing it all leaves theirs alone, redoing it all brings it back', () => {
  const mine = fc.constantFrom('add', 'move', 'category', 'remove')
  fc.assert(
    fc.property(fc.array(fc.tuple(mine, fc.nat(5)), { maxLength: 15 }), (steps) => {
      const doc = new Y.Doc()
      for (const id of ['a', 'b', 'c']) addCard(doc, id, 'obstacle', id)
      const before = readCards(doc)
      const actions = new BoardActions(doc)
      for (const [action, choice] of steps) {
        const cards = readCards(doc)
        const cardId = cards[choice % Math.max(1, cards.length)]?.id ?? 'none'
        if (action === 'add') actions.add('goodPractice', String(choice))
        else if (action === 'move') actions.move(cardId, 'recommendation', choice % 2 === 0 ? 'top' : 'bottom')
        else if (action === 'category') actions.setCategory(cardId, `category-${choice}`)
        else actions.remove(cardId)
      }
      const after = readCards(doc)
      while (actions.undo()) expect(actions.getSnapshot().canRedo).toBe(true)
      expect(readCards(doc)).toEqual(before)
      while (actions.redo()) expect(actions.getSnapshot().canUndo).toBe(true)
      expect(readCards(doc)).toEqual(after)
    }),
    { seed: 7, numRuns: 150 },
  )
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
