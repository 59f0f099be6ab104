/** Sends the focus to a card that moves, comes or stays behind, or to its column, as soon as it is on the screen. */
import { type RefObject, useEffect, useRef } from 'react'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { CardPart } from './cardHandlers.ts'
import { columnAnchor } from './columnAnchor.ts'

/** The focus goes there with the next drawing of the board that shows it. */
export interface CardFocus {
  /** The card that it is about to go to: it must be drawn now. */
  wantedId: () => string | null

  toCard: (cardId: string, part: CardPart) => void
  toColumn: (column: CardKind) => void
}

export function useCardFocus(root: RefObject<HTMLElement | null>): CardFocus {
  const wanted = useRef<{ selector: string; cardId: string | null } | null>(null)
  const focus = useRef<CardFocus>({
    wantedId: () => wanted.current?.cardId ?? null,
    toCard: (cardId, part) => {
      wanted.current = { selector: `[data-card="${CSS.escape(cardId)}"] [data-part="${part}"]`, cardId }
    },
    toColumn: (column) => {
      wanted.current = { selector: `#${columnAnchor(column)}`, cardId: null }
    },
  })
  useEffect(() => {
    if (wanted.current === null) return
    const element = root.current?.querySelector<HTMLElement>(wanted.current.selector)
    if (!element) return
    wanted.current = null
    element.scrollIntoView({ block: 'nearest' })
    element.focus({ preventScroll: true })
  })
  return focus.current
}
