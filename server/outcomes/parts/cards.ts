/** The cards of one kind from all boards: how many, in which categories, and a numbered table of them. */
import type { BoardId } from '../../../shared/contracts/ids.ts'
import type { CardKind, Language, Marking } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { cardTemplates, labelOf, termsOf } from '../../../shared/vocabulary/vocabulary.ts'
import { legible, onOneLine } from '../legible.ts'
import { counted, fill } from '../localForms.ts'
import type { ReportInput } from '../reportInput.ts'
import type { Omission, Table } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { type PartMaker, section, sentence } from './part.ts'

/** Cards carry no mark of their own: they were written for the community of those who met. */
const markingOfCards: Marking = 'TLP:GREEN'

export function cardsOf(kind: CardKind): PartMaker {
  return (input) => {
    const { language } = input
    const all = cardsOfKind(input, kind)
    const cards = all.map(({ card }) => card).filter((card) => !isEmpty(card))
    const omitted = all.filter(({ card }) => isEmpty(card)).map(omissionOf)
    if (cards.length === 0) return section([], { omitted })
    const counts = countByCategory(kind, cards)
    const words = wordsOf(language)
    const categorized = counts.filter(({ category }) => category !== null)
    const sentences = [
      counted(language, words.cards[kind], cards.length),
      ...(categorized.length > 0 ? [counted(language, words.categories, categorized.length)] : []),
    ]
    const tables = [
      ...(categorized.length > 0 ? [countTable(kind, counts, language)] : []),
      cardTable(kind, cards, language),
    ]
    return section([sentence(`${sentences.join(' ')}.`), ...tables], { markings: [markingOfCards], omitted })
  }
}

/** Only columns that the board shows: a card elsewhere was never seen by those who met. */
function cardsOfKind({ meeting, boards }: ReportInput, kind: CardKind): { boardId: BoardId; card: Card }[] {
  return (Object.keys(meeting.boards) as BoardId[]).flatMap((boardId) => {
    const cards = boards[boardId]
    if (!cards) throw new Error(`the cards of board ${boardId} were not given to the report`)
    if (!meeting.boards[boardId]?.columns.includes(kind)) return []
    return cards.filter((card) => card.column === kind).map((card) => ({ boardId, card }))
  })
}

function isEmpty(card: Card): boolean {
  return onOneLine(legible(card.title)) === ''
}

function omissionOf({ boardId, card }: { boardId: BoardId; card: Card }): Omission {
  return { kind: 'card', boardId, cardId: card.id, reason: 'empty' }
}

/** A card keeps its category when it moves to a column of another kind, where it says nothing. */
function categoryOf(kind: CardKind, { category }: Card): string | null {
  return categoriesOf(kind).includes(category ?? '') ? category : null
}

function categoriesOf(kind: CardKind): string[] {
  const list = cardTemplates[kind].categories
  return list === undefined ? [] : termsOf(list).map((term) => term.id)
}

interface CategoryCount {
  category: string | null
  count: number
}

/** Those in use, in the order of the vocabulary; cards without a category last. */
function countByCategory(kind: CardKind, cards: Card[]): CategoryCount[] {
  return [...categoriesOf(kind), null]
    .map((category) => ({ category, count: cards.filter((card) => categoryOf(kind, card) === category).length }))
    .filter(({ count }) => count > 0)
}

function countTable(kind: CardKind, counts: CategoryCount[], language: Language): Table {
  const words = wordsOf(language)
  return {
    kind: 'table',
    caption: fill(words.byCategory, { cards: cardTemplates[kind].plural[language] }),
    columns: [
      { title: words.category, weight: 5 },
      { title: words.count, weight: 1, numeric: true },
    ],
    rows: counts.map(({ category, count }) => [
      [{ text: categoryLabel(kind, category, language) }],
      [{ text: String(count) }],
    ]),
  }
}

function cardTable(kind: CardKind, cards: Card[], language: Language): Table {
  const words = wordsOf(language)
  const { title, plural, categories } = cardTemplates[kind]
  return {
    kind: 'table',
    caption: fill(words.inBoardOrder, { cards: plural[language] }),
    columns: [
      { title: words.number, weight: 1, numeric: true },
      { title: title[language], weight: categories === undefined ? 12 : 8 },
      ...(categories === undefined ? [] : [{ title: words.category, weight: 4 }]),
    ],
    rows: cards.map((card, index) => [
      [{ text: String(index + 1) }],
      [{ text: onOneLine(card.title) }],
      ...(categories === undefined ? [] : [[{ text: categoryLabel(kind, categoryOf(kind, card), language) }]]),
    ]),
  }
}

function categoryLabel(kind: CardKind, category: string | null, language: Language): string {
  const list = cardTemplates[kind].categories
  if (category === null) return wordsOf(language).uncategorized
  return list === undefined ? category : labelOf(list, category, language)
}
