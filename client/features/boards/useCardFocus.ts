/** Sends the focus to a card that moves, comes or stays behind, or to its column, as soon as it is on the screen. */
import { type RefObject, useEffect, useRef } from 'react'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { CardPart } from './cardHandlers.ts'
import { columnAnchor } from './columnAnchor.ts'

/** The focus goes there with the next drawing of the board that shows it. */
export interface CardFocus {
  toCard: (cardId: string, part: CardPart) => void
  toColumn: (column: CardKind) => void
}

export function useCardFocus(root: RefObject<HTMLElement | null>): CardFocus {
  const wanted = useRef<string | null>(null)
  const focus = useRef<CardFocus>({
    toCard: (cardId, part) => {
      wanted.current = `[data-card="${CSS.escape(cardId)}"] [data-part="${part}"]`
    },
    toColumn: (column) => {
      wanted.current = `#${columnAnchor(column)}`
    },
  })
  useEffect(() => {
    if (wanted.current === null) return
    const element = root.current?.querySelector<HTMLElement>(wanted.current)
    if (!element) return
    wanted.current = null
    element.scrollIntoView({ block: 'nearest' })
    element.focus({ preventScroll: true })
  })
  return focus.current
}
