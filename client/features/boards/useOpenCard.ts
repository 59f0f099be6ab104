/** Which card is open: the address keeps it, so that a link leads there and going back closes it. */
import { useCallback } from 'react'
import { useSearchParams } from 'wouter'
import { cardParameter } from '../../lib/paths.ts'

export interface OpenCard {
  cardId: string | null
  open: (cardId: string) => void
  close: () => void
}

export function useOpenCard(): OpenCard {
  const [search, setSearch] = useSearchParams()
  const open = useCallback(
    (cardId: string) => {
      setSearch((current) => {
        const next = new URLSearchParams(current)
        next.set(cardParameter, cardId)
        return next
      })
    },
    [setSearch],
  )
  const close = useCallback(() => {
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete(cardParameter)
        return next
      },
      { replace: true },
    )
  }, [setSearch])
  return { cardId: search.get(cardParameter), open, close }
}
