/** Which card is open: the address keeps it, so that a link leads there and going back closes it. */
import { useCallback } from 'react'
import { useSearchParams } from 'wouter'

const parameter = 'card'

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
        next.set(parameter, cardId)
        return next
      })
    },
    [setSearch],
  )
  const close = useCallback(() => {
    setSearch(
      (current) => {
        const next = new URLSearchParams(current)
        next.delete(parameter)
        return next
      },
      { replace: true },
    )
  }, [setSearch])
  return { cardId: search.get(parameter), open, close }
}
