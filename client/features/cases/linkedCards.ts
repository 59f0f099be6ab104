/**
 * The cards of the meeting's boards as a case sees them: which belong to it, and how one is made, linked and unlinked.
 * Which case a card comes from is said in one place, the card; a case holds no list of its own.
 */
import type * as Y from 'yjs'
import type { BoardId, CaseId } from '../../../shared/contracts/ids.ts'
import type { CardKind, Language } from '../../../shared/contracts/terms.ts'
import { addCard, type Card, readCards, setCase } from '../../../shared/documents/boardDocument.ts'
import type { Choice } from '../../design/Option.tsx'
import { newId } from '../../lib/ids.ts'

export interface MeetingCard extends Card {
  boardId: BoardId
}

export function readMeetingCards(boards: ReadonlyMap<BoardId, Y.Doc>): MeetingCard[] {
  return [...boards].flatMap(([boardId, doc]) => readCards(doc).map((card) => ({ ...card, boardId })))
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

/** Names a card among those of all boards. */
export function keyOfCard({ boardId, id }: MeetingCard): string {
  return `${boardId}/${id}`
}

/** What to choose a card by: its words, and where it comes from another case, that one's; the free ones come first. */
export function cardChoices(
  cards: readonly MeetingCard[],
  words: { untitled: string; ofCase: (title: string, caseId: string) => string },
): Choice[] {
  const isFree = (card: MeetingCard) => card.caseId === null
  const ordered = [...cards.filter(isFree), ...cards.filter((card) => !isFree(card))]
  return ordered.map((card) => {
    const title = card.title.trim() || words.untitled
    return { id: keyOfCard(card), label: card.caseId === null ? title : words.ofCase(title, card.caseId) }
  })
}
