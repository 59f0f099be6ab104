/** Which cards of the boards are in the report, and under which number: the same in every part that speaks of them. */
import type { BoardId, CaseId } from '../../../shared/contracts/ids.ts'
import type { CardKind, Marking } from '../../../shared/contracts/terms.ts'
import type { CardValue } from '../../../shared/documents/cardValues.ts'
import { cardMarking } from '../../../shared/proceedings/boards.ts'
import type { BoardEntry } from '../../../shared/proceedings/state.ts'
import { legible, onOneLine } from '../legible.ts'
import { isReleased, mayLeave, namesWithheldCase } from '../release.ts'
import { type CardContent, type ReportInput, spokenIn } from '../reportInput.ts'
import type { Omission, ReportRun } from '../reportTree.ts'

export interface NumberedCard {
  number: number
  card: CardContent
  /** The mark that holds for it. */
  marking: Marking
}

export interface CardList {
  cards: NumberedCard[]
  omitted: Omission[]
}

/**
 * The cards of a kind from all boards. One that says nothing, whose mark keeps it in the meeting, or that names a case
 * which stays there, is not in.
 */
export function cardList(input: ReportInput, kind: CardKind): CardList {
  const namesWithheld = namesWithheldCase(input.meeting, input.content)
  const list: CardList = { cards: [], omitted: damagedBoards(input) }
  for (const { boardId, card, marking } of cardsOfKind(input, kind)) {
    const reason = reasonToOmit(card, marking, namesWithheld)
    if (reason !== null) list.omitted.push({ kind: 'card', boardId, cardId: card.id, reason })
    else list.cards.push({ number: list.cards.length + 1, card, marking })
    if (reason === null && card.caseId !== null && !isReleased(input.meeting, card.caseId as CaseId)) {
      list.omitted.push({ kind: 'linkedCase', boardId, cardId: card.id, reason: 'case-withheld' })
    }
  }
  return list
}

function damagedBoards({ meeting }: ReportInput): Omission[] {
  const boardIds = Object.keys(meeting.boards) as BoardId[]
  const damaged = boardIds.filter((boardId) => meeting.damaged?.has(`board/${boardId}`))
  return damaged.map((boardId) => ({ kind: 'board', boardId, reason: 'damaged' }))
}

function reasonToOmit(card: CardContent, marking: Marking, namesWithheld: (text: string) => boolean) {
  if (isEmpty(card)) return 'empty'
  if (!mayLeave(marking)) return 'marking'
  return wordsOn(card).some(namesWithheld) ? 'may-name-withheld-case' : null
}

interface PlacedCard {
  boardId: BoardId
  card: CardContent
  marking: Marking
}

/** Only columns that the board shows: a card elsewhere was never seen by those who met. */
function cardsOfKind({ meeting, boards }: ReportInput, kind: CardKind): PlacedCard[] {
  return (Object.entries(meeting.boards) as [BoardId, BoardEntry][]).flatMap(([boardId, board]) => {
    const cards = boards[boardId]
    if (!cards) throw new Error(`the cards of board ${boardId} were not given to the report`)
    if (!board.columns.includes(kind)) return []
    const ofKind = cards.filter((card) => card.column === kind)
    return ofKind.map((card) => ({ boardId, card, marking: cardMarking(board, card.id) }))
  })
}

function isEmpty(card: CardContent): boolean {
  return onOneLine(legible(card.title)) === ''
}

/** All that somebody wrote on a card in their own words. */
function wordsOn({ title, values }: CardContent): string[] {
  return [title, ...values.flatMap(wordsIn)]
}

function wordsIn(value: CardValue): string[] {
  switch (value.kind) {
    case 'line':
      return [value.text]
    case 'paragraphs':
      return value.paragraphs
    case 'tags':
      return value.ids
    default:
      return []
  }
}

/** A card's title, in the language that it was said to be in. */
export function titleOf(input: ReportInput, card: CardContent): ReportRun {
  return { text: onOneLine(card.title), ...spokenIn(input, card.language) }
}
