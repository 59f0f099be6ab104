/**
 * Moves a card with the keys: Space picks it up, arrows show where it would go, Space puts it there, Escape or leaving
 * takes it back. The card itself moves once, at the end: nobody else sees it wander.
 */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { columnTitle } from './columnWords.ts'
import {
  type ColumnCards,
  currentTarget,
  type Direction,
  type DropTarget,
  isSameTarget,
  placeOf,
  stepTarget,
} from './dropTarget.ts'

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'previous',
  ArrowRight: 'next',
  Home: 'first',
  End: 'last',
}

interface Lifted {
  cardId: string
  from: DropTarget
  target: DropTarget
}

export interface KeyboardDragOptions {
  columns: readonly ColumnCards[]
  onDrop: (cardId: string, target: DropTarget) => void
  /** Says to a screen reader what happened. */
  onSay: (sentence: string) => void
}

export interface KeyboardDrag {
  liftedId: string | null
  target: DropTarget | null
  /** Gives whether the key was for a drag. The same function each time, as letGo. */
  pressKey: (cardId: string, key: string) => boolean
  letGo: (cardId: string) => void
}

export function useKeyboardDrag(options: KeyboardDragOptions): KeyboardDrag {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const [lifted, setLifted] = useState<Lifted | null>(null)

  const whereabouts = ({ cardId, target }: Lifted) => ({
    column: columnTitle(target.column, language),
    ...placeOf(options.columns, cardId, target),
  })

  function pressKey(cardId: string, key: string): boolean {
    if (lifted?.cardId !== cardId) return key === ' ' && lift(cardId)
    const direction = directions[key]
    if (direction !== undefined) step(lifted, direction)
    else if (key === ' ' || key === 'Enter') drop(lifted)
    else if (key === 'Escape') takeBack()
    else return false
    return true
  }

  function lift(cardId: string): boolean {
    const from = currentTarget(options.columns, cardId)
    if (!from) return false
    const next = { cardId, from, target: from }
    setLifted(next)
    options.onSay(t('drag.lifted', whereabouts(next)))
    return true
  }

  function step(current: Lifted, direction: Direction): void {
    const next = { ...current, target: stepTarget(options.columns, current.cardId, current.target, direction) }
    setLifted(next)
    options.onSay(t('drag.over', whereabouts(next)))
  }

  function drop({ cardId, from, target }: Lifted): void {
    if (isSameTarget(from, target)) takeBack()
    else {
      setLifted(null)
      options.onDrop(cardId, target)
    }
  }

  function takeBack(): void {
    setLifted(null)
    options.onSay(t('drag.cancelled'))
  }

  const latest = useRef({ pressKey, letGo: (_cardId: string): void => undefined })
  useEffect(() => {
    latest.current = {
      pressKey,
      letGo: (cardId) => {
        if (lifted?.cardId === cardId) takeBack()
      },
    }
  })
  const stable = useRef({
    pressKey: (cardId: string, key: string) => latest.current.pressKey(cardId, key),
    letGo: (cardId: string) => latest.current.letGo(cardId),
  })
  return { liftedId: lifted?.cardId ?? null, target: lifted?.target ?? null, ...stable.current }
}
