/** The cards of one kind: how many, in which categories, and a numbered table of them. Their fields are in the annex. */
import type { CardKind, Language } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { cardTemplates, labelOf, otherWordsOf, termsOf } from '../../../shared/vocabulary/vocabulary.ts'
import { counted, fill } from '../localForms.ts'
import type { ReportInput } from '../reportInput.ts'
import type { Column, ReportRun, Table } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { cardList, type NumberedCard, titleOf } from './cardList.ts'
import { type PartMaker, section, sentence } from './part.ts'

export function cardsOf(kind: CardKind): PartMaker {
  return (input) => {
    const { language } = input
    const { cards, omitted } = cardList(input, kind)
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
      cardTable(input, kind, cards),
    ]
    return section([sentence(`${sentences.join(' ')}.`), ...tables], {
      markings: cards.map(({ marking }) => marking),
      omitted,
    })
  }
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
function countByCategory(kind: CardKind, cards: NumberedCard[]): CategoryCount[] {
  return [...categoriesOf(kind), null]
    .map((category) => ({ category, count: cards.filter(({ card }) => categoryOf(kind, card) === category).length }))
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

interface CardColumn extends Column {
  runsOf(card: NumberedCard['card']): ReportRun[]
}

function cardTable(input: ReportInput, kind: CardKind, cards: NumberedCard[]): Table {
  const { language } = input
  const words = wordsOf(language)
  const columns = columnsOf(input, kind, cards)
  return {
    kind: 'table',
    caption: fill(words.inBoardOrder, { cards: cardTemplates[kind].plural[language] }),
    columns: [
      { title: words.number, weight: 1, numeric: true },
      ...columns.map(({ runsOf, ...column }) => column),
      { title: words.marking, weight: 3 },
    ],
    rows: cards.map(({ number, card, marking }) => [
      [{ text: String(number) }],
      ...columns.map(({ runsOf }) => runsOf(card)),
      [{ text: marking }],
    ]),
  }
}

/** A kind without categories has instead what its template asks for: to whom it is said, and on what ground. */
function columnsOf(input: ReportInput, kind: CardKind, cards: NumberedCard[]): CardColumn[] {
  const { language } = input
  const { title, categories } = cardTemplates[kind]
  const words = wordsOf(language)
  const titles = { title: title[language], runsOf: (card: NumberedCard['card']) => [titleOf(input, card)] }
  if (categories !== undefined) {
    const labelOfCard = (card: Card) => [{ text: categoryLabel(kind, categoryOf(kind, card), language) }]
    return [
      { ...titles, weight: 8 },
      { title: words.category, weight: 4, runsOf: labelOfCard },
    ]
  }
  const columns = [
    { ...titles, weight: 8 },
    { title: words.addressee, weight: 3, runsOf: (card: NumberedCard['card']) => [{ text: addresseeOf(card) }] },
    { title: words.articles, weight: 2, runsOf: (card: Card) => [{ text: articlesOf(card) }] },
  ]
  const isUsed = ({ runsOf }: CardColumn) => cards.some(({ card }) => runsOf(card).some(({ text }) => text !== ''))
  return columns.filter(isUsed)
}

function addresseeOf({ values }: NumberedCard['card']): string {
  return values.flatMap((value) => (value.kind === 'line' ? value.text : [])).join(' ')
}

/** By their numbers: the annex gives the titles. */
function articlesOf({ articles }: Card): string {
  return articles.map((id) => otherWordsOf(id) ?? id).join(', ')
}

function categoryLabel(kind: CardKind, category: string | null, language: Language): string {
  const list = cardTemplates[kind].categories
  if (category === null) return wordsOf(language).uncategorized
  return list === undefined ? category : labelOf(list, category, language)
}
