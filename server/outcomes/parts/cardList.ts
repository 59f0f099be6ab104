/** Which cards of the boards are in the report, and under which number: the same in every part that speaks of them. */
import type { BoardId, CaseId } from '../../../shared/contracts/ids.ts'
import type { CardKind, Marking } from '../../../shared/contracts/terms.ts'
import type { CardValue } from '../../../shared/documents/cardValues.ts'
import { legible, onOneLine } from '../legible.ts'
import { isReleased, namesWithheldCase } from '../release.ts'
import { type CardContent, type ReportInput, spokenIn } from '../reportInput.ts'
import type { Omission, ReportRun } from '../reportTree.ts'

/** Cards carry no mark of their own: they were written for the community of those who met. */
export const markingOfCards: Marking = 'TLP:GREEN'

export interface NumberedCard {
  number: number
  card: CardContent
}

export interface CardList {
  cards: NumberedCard[]
  omitted: Omission[]
}

/** The cards of a kind from all boards. One that says nothing, or names a case that stays in the meeting, is not in. */
export function cardList(input: ReportInput, kind: CardKind): CardList {
  const namesWithheld = namesWithheldCase(input.meeting, input.content)
  const list: CardList = { cards: [], omitted: [] }
  for (const { boardId, card } of cardsOfKind(input, kind)) {
    const reason = isEmpty(card) ? 'empty' : wordsOn(card).some(namesWithheld) ? 'may-name-withheld-case' : null
    if (reason !== null) list.omitted.push({ kind: 'card', boardId, cardId: card.id, reason })
    else list.cards.push({ number: list.cards.length + 1, card })
    if (reason === null && card.caseId !== null && !isReleased(input.meeting, card.caseId as CaseId)) {
      list.omitted.push({ kind: 'linkedCase', boardId, cardId: card.id, reason: 'case-withheld' })
    }
  }
  return list
}

/** Only columns that the board shows: a card elsewhere was never seen by those who met. */
function cardsOfKind({ meeting, boards }: ReportInput, kind: CardKind): { boardId: BoardId; card: CardContent }[] {
  return (Object.keys(meeting.boards) as BoardId[]).flatMap((boardId) => {
    const cards = boards[boardId]
    if (!cards) throw new Error(`the cards of board ${boardId} were not given to the report`)
    if (!meeting.boards[boardId]?.columns.includes(kind)) return []
    return cards.filter((card) => card.column === kind).map((card) => ({ boardId, card }))
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
