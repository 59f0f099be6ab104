/**
 * Where a list of messages is scrolled to: at the end it stays at the end; further up nothing moves under the reader,
 * neither when messages come nor when older ones are put in front.
 */
import { type RefObject, type UIEventHandler, useLayoutEffect, useRef, useState } from 'react'

/** Within this distance the reader counts as being at the end. */
const nearEndPx = 48

export interface StickToEnd {
  ref: RefObject<HTMLDivElement | null>
  onScroll: UIEventHandler<HTMLDivElement>
  isAtEnd: boolean
  goToEnd: () => void
}

/** `firstKey` and `lastKey` name the ends of what is shown. */
export function useStickToEnd(firstKey: string | undefined, lastKey: string | undefined): StickToEnd {
  const ref = useRef<HTMLDivElement>(null)
  const [isAtEnd, setIsAtEnd] = useState(true)
  const before = useRef({ firstKey, height: 0, isAtEnd: true })

  // biome-ignore lint/correctness/useExhaustiveDependencies: lastKey says when the end has moved
  useLayoutEffect(() => {
    const list = ref.current
    if (!list) return
    const { height, isAtEnd: wasAtEnd, firstKey: oldFirst } = before.current
    if (wasAtEnd) list.scrollTop = list.scrollHeight
    else if (oldFirst !== firstKey) list.scrollTop += list.scrollHeight - height
    before.current = { firstKey, height: list.scrollHeight, isAtEnd: wasAtEnd }
  }, [firstKey, lastKey])

  return {
    ref,
    onScroll({ currentTarget: list }) {
      const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < nearEndPx
      before.current = { ...before.current, height: list.scrollHeight, isAtEnd: isNear }
      setIsAtEnd(isNear)
    },
    isAtEnd,
    goToEnd() {
      const list = ref.current
      if (list) list.scrollTop = list.scrollHeight
    },
  }
}
