/** The cards of the meeting's boards that belong to a case, and how one is made from it. */
import type * as Y from 'yjs'
import type { BoardId, CaseId } from '../../../shared/contracts/ids.ts'
import type { CardKind, Language } from '../../../shared/contracts/terms.ts'
import { addCard, type Card, readCards, setCase } from '../../../shared/documents/boardDocument.ts'
import { newId } from '../../lib/ids.ts'

export interface LinkedCard extends Card {
  boardId: BoardId
}

export function readLinkedCards(boards: ReadonlyMap<BoardId, Y.Doc>, caseId: CaseId): LinkedCard[] {
  return [...boards].flatMap(([boardId, doc]) =>
    readCards(doc).flatMap((card) => (card.caseId === caseId ? { ...card, boardId } : [])),
  )
}

/** Adds a card at the end of a board's column that says which case it comes from. */
export function addLinkedCard(
  board: Y.Doc,
  caseId: CaseId,
  card: { column: CardKind; title: string; language: Language },
) {
  const cardId = newId()
  board.transact(() => {
    addCard(board, cardId, card.column, card.title, card.language)
    setCase(board, cardId, caseId)
  })
}
