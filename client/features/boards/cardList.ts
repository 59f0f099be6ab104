/** The cards of a board as a list that changes as little as the board does, and what changed between two lists. */
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import type { CardValue } from '../../../shared/documents/cardValues.ts'

/**
 * `next` with the very objects of `previous` where a card is the same, so that only changed cards are drawn again; and
 * `previous` itself where none has changed: most letters are typed in fields that no list shows.
 */
export function keepUnchanged(previous: readonly Card[] | null, next: readonly Card[]): readonly Card[] {
  const known = new Map(previous?.map((card) => [card.id, card]))
  const kept = next.map((card) => {
    const before = known.get(card.id)
    return before && isSame(before, card) ? before : card
  })
  const isAllSame = previous?.length === kept.length && kept.every((card, index) => card === previous[index])
  return isAllSame ? previous : kept
}

function isSame(a: Card, b: Card): boolean {
  const isPlaced = a.column === b.column && a.order === b.order
  const isTold = a.title === b.title && a.category === b.category && a.caseId === b.caseId && a.language === b.language
  return isPlaced && isTold && a.articles.join() === b.articles.join()
}

/** The fields of a card with the very values of `previous` where they are the same. */
export function keepSameValues(previous: readonly CardValue[] | null, next: readonly CardValue[]): CardValue[] {
  return next.map((value) => previous?.find((before) => isSameValue(before, value)) ?? value)
}

function isSameValue(a: CardValue, b: CardValue): boolean {
  return a.field === b.field && JSON.stringify({ ...a, field: null }) === JSON.stringify({ ...b, field: null })
}

/** How many cards came to each column that were not there before; columns without news are left out. */
export function arrivals(previous: readonly Card[], next: readonly Card[]): Map<CardKind, number> {
  const known = new Set(previous.map((card) => card.id))
  const counts = new Map<CardKind, number>()
  for (const card of next) if (!known.has(card.id)) counts.set(card.column, (counts.get(card.column) ?? 0) + 1)
  return counts
}

export function cardsIn(cards: readonly Card[], column: CardKind): Card[] {
  return cards.filter((card) => card.column === column)
}

/** The card to go to when one leaves its column: the one after it, else the one before it. */
export function neighbourOf(cards: readonly Card[], cardId: string): Card | null {
  const index = cards.findIndex((card) => card.id === cardId)
  if (index < 0) return null
  return cards[index + 1] ?? cards[index - 1] ?? null
}
