import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardId, CaseId } from '../../../shared/contracts/ids.ts'
import { addCard } from '../../../shared/documents/boardDocument.ts'
import { addLinkedCard, readLinkedCards } from './linkedCards.ts'

const [one, other] = ['one' as CaseId, 'other' as CaseId]

test('a card made in a case is on the board and belongs to that case alone', () => {
  const board = new Y.Doc()
  addCard(board, 'loose', 'obstacle', 'of no case')
  addLinkedCard(board, one, { column: 'obstacle', title: 'late reply', language: 'en' })
  const boards = new Map([['board' as BoardId, board]])
  expect(readLinkedCards(boards, one)).toMatchObject([
    { boardId: 'board', column: 'obstacle', title: 'late reply', language: 'en' },
  ])
  expect(readLinkedCards(boards, other)).toEqual([])
})
