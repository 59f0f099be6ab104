import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardId, CaseId } from '../../../shared/contracts/ids.ts'
import { addCard, setCase } from '../../../shared/documents/boardDocument.ts'
import { addLinkedCard, cardChoices, readMeetingCards } from './linkedCards.ts'

const [one, other] = ['one' as CaseId, 'other' as CaseId]

test('a card made in a case is on the board and says that it comes from the case', () => {
  const board = new Y.Doc()
  addCard(board, 'loose', 'obstacle', 'of no case')
  addLinkedCard(board, one, { column: 'obstacle', title: 'late reply', language: 'en' })
  expect(readMeetingCards(new Map([['board' as BoardId, board]]))).toMatchObject([
    { boardId: 'board', caseId: null, title: 'of no case' },
    { boardId: 'board', caseId: one, column: 'obstacle', title: 'late reply', language: 'en' },
  ])
})

test('cards of two boards are told apart, those of no case come first, and those of another say of which', () => {
  const [first, second] = [new Y.Doc(), new Y.Doc()]
  addCard(first, 'card', 'obstacle', 'taken')
  setCase(first, 'card', other)
  addCard(second, 'card', 'obstacle', ' ')
  const cards = readMeetingCards(
    new Map([
      ['a' as BoardId, first],
      ['b' as BoardId, second],
    ]),
  )
  const words = { untitled: 'no words', ofCase: (title: string, caseId: string) => `${title} (${caseId})` }
  expect(cardChoices(cards, words)).toEqual([
    { id: 'b/card', label: 'no words' },
    { id: 'a/card', label: 'taken (other)' },
  ])
})
