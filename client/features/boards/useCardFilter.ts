/** The filter of the board and the cards that it lets through. What one adds or works on stays in sight until it changes. */
import { useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { wordsOfCard } from '../../../shared/documents/cardValues.ts'
import { type CardFilter, isFiltering, matchesFilter, noFilter } from './cardFilter.ts'

export interface FilteredCards {
  filter: CardFilter
  setFilter: (filter: CardFilter) => void
  isFiltering: boolean
  shown: readonly Card[]
  /** Keeps a card in sight though it does not match (any more). */
  pin: (cardId: string) => void
}

export function useCardFilter(doc: Y.Doc, cards: readonly Card[]): FilteredCards {
  const [filter, setFilter] = useState(noFilter)
  const pinned = useRef(new Set<string>())
  const isOn = isFiltering(filter)
  const shown = useMemo(() => {
    if (!isOn) return cards
    const wordsOf = (card: Card) => wordsOfCard(doc, card.id)
    return cards.filter((card) => pinned.current.has(card.id) || matchesFilter(card, filter, wordsOf))
  }, [doc, cards, filter, isOn])
  const stable = useRef({
    pin: (cardId: string) => {
      pinned.current.add(cardId)
    },
    setFilter: (next: CardFilter) => {
      pinned.current.clear()
      setFilter(next)
    },
  })
  return { filter, isFiltering: isOn, shown, ...stable.current }
}
