/** Sends the focus to a card that moves, comes or stays behind, as soon as it is on the screen. */
import { type RefObject, useEffect, useRef } from 'react'
import type { CardPart } from './cardHandlers.ts'

export interface CardFocus {
  /** The focus goes there with the next drawing of the board that shows it. */
  send: (cardId: string, part: CardPart) => void
}

export function useCardFocus(root: RefObject<HTMLElement | null>): CardFocus {
  const wanted = useRef<string | null>(null)
  const focus = useRef<CardFocus>({
    send: (cardId, part) => {
      wanted.current = `[data-card="${CSS.escape(cardId)}"] [data-part="${part}"]`
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
