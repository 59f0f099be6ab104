import { expect, test } from 'vitest'
import { MeetingInHand } from '../../tests/support/MeetingInHand.ts'
import type { BoardId } from '../contracts/ids.ts'
import { limits } from '../contracts/limits.ts'
import { cardMarking, ownMarking } from './boards.ts'

function withBoard() {
  const m = new MeetingInHand()
  m.enters('bob', 'participant')
  m.enters('otto', 'observer')
  m.does('alice', { type: 'board.create', title: 'Board' })
  const [boardId] = Object.keys(m.meeting.boards) as BoardId[]
  if (!boardId) throw new Error('there is a board')
  const board = () => {
    const entry = m.meeting.boards[boardId]
    if (!entry) throw new Error('the board is gone')
    return entry
  }
  return { m, boardId, board, card: { type: 'card.setMarking', boardId, cardId: 'card' } as const }
}

test('a card has the mark of its board until somebody makes it stricter, and never a more open one', () => {
  const { m, board, card } = withBoard()
  expect([ownMarking(board(), 'card'), cardMarking(board(), 'card')]).toEqual([null, 'TLP:GREEN'])
  m.does('bob', { ...card, marking: 'TLP:CLEAR' })
  expect([ownMarking(board(), 'card'), cardMarking(board(), 'card')]).toEqual(['TLP:CLEAR', 'TLP:GREEN'])
  m.does('bob', { ...card, marking: 'TLP:AMBER' })
  expect(cardMarking(board(), 'card')).toBe('TLP:AMBER')
  expect(cardMarking(board(), 'another')).toBe('TLP:GREEN')
})

test('a name that every object has is no marked card', () => {
  const { board } = withBoard()
  expect(ownMarking(board(), 'constructor')).toBeNull()
})

test('whoever writes keeps a card in; only a moderator lets it out again; an observer does neither', () => {
  const { m, board, card } = withBoard()
  expect(m.refuses('otto', { ...card, marking: 'TLP:RED' })).toBe('forbidden')
  m.does('bob', { ...card, marking: 'TLP:RED' })
  for (const marking of ['TLP:AMBER', 'TLP:GREEN', null] as const) {
    expect(m.refuses('bob', { ...card, marking })).toBe('forbidden')
  }
  m.does('alice', { ...card, marking: 'TLP:AMBER' })
  m.does('alice', { ...card, marking: null })
  expect(board().cardMarks).toEqual({})
})

test('a mark that changes nothing, and one on a board that is not there, are refused', () => {
  const { m, card } = withBoard()
  expect(m.refuses('alice', { ...card, marking: null })).toBe('conflict')
  m.does('alice', { ...card, marking: 'TLP:RED' })
  expect(m.refuses('alice', { ...card, marking: 'TLP:RED' })).toBe('conflict')
  expect(m.refuses('alice', { ...card, boardId: 'nowhere' as BoardId, marking: 'TLP:RED' })).toBe('not-found')
})

test('marks are set after the meeting, too', () => {
  const { m, card } = withBoard()
  m.does('alice', { type: 'meeting.open' })
  m.does('alice', { type: 'meeting.close' })
  m.does('bob', { ...card, marking: 'TLP:RED' })
})

test('a board takes a bounded number of marks; those that are there can still be changed', () => {
  const { m, card } = withBoard()
  for (let at = 0; at < limits.markedCardsPerBoard; at++) {
    m.does('bob', { ...card, cardId: `card-${at}`, marking: 'TLP:AMBER' })
  }
  expect(m.refuses('bob', { ...card, marking: 'TLP:AMBER' })).toBe('not-now')
  m.does('bob', { ...card, cardId: 'card-0', marking: 'TLP:RED' })
})
