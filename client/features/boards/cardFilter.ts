/** Which cards of a board are shown, and by what one can choose among those that are there. */
import type { Language } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { matchesSearch } from '../../lib/textSearch.ts'

/** Null (or no text) is no condition. */
export interface CardFilter {
  text: string
  category: string | null
  article: string | null
  caseId: string | null
  language: Language | null
}

export const noFilter: CardFilter = { text: '', category: null, article: null, caseId: null, language: null }

export function isFiltering(filter: CardFilter): boolean {
  return filter.text.trim() !== '' || conditionsOf(filter) > 0
}

/** How many conditions there are besides the text. */
export function conditionsOf({ category, article, caseId, language }: CardFilter): number {
  return [category, article, caseId, language].filter((condition) => condition !== null).length
}

/** `wordsOf` gives all words of a card; it is asked only where there is a text to look for. */
export function matchesFilter(card: Card, filter: CardFilter, wordsOf: (card: Card) => string): boolean {
  if (filter.category !== null && card.category !== filter.category) return false
  if (filter.article !== null && !card.articles.includes(filter.article)) return false
  if (filter.caseId !== null && card.caseId !== filter.caseId) return false
  if (filter.language !== null && card.language !== filter.language) return false
  return filter.text.trim() === '' || matchesSearch(wordsOf(card), filter.text)
}

export interface Counted {
  id: string
  count: number
}

export type Condition = Exclude<keyof CardFilter, 'text'>

const valuesOf: Record<Condition, (card: Card) => readonly (string | null)[]> = {
  category: (card) => [card.category],
  article: (card) => card.articles,
  caseId: (card) => [card.caseId],
  language: (card) => [card.language],
}

/** The values in use, with how many cards have each, in the order of first use; the one chosen stays offered. */
export function offeredBy(cards: readonly Card[], condition: Condition, chosen: string | null): Counted[] {
  const counts = new Map<string, number>(chosen === null ? [] : [[chosen, 0]])
  for (const value of cards.flatMap(valuesOf[condition])) {
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].map(([id, count]) => ({ id, count }))
}
