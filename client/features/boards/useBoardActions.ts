/** What can be done to the cards of one open board; null until the effect that makes it has run. */
import { useEffect, useState } from 'react'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import { BoardActions } from './BoardActions.ts'

export function useBoardActions({ doc }: DocumentSession): BoardActions | null {
  const [actions, setActions] = useState<BoardActions | null>(null)
  useEffect(() => {
    const created = new BoardActions(doc)
    setActions(created)
    return () => {
      setActions(null)
      created.dispose()
    }
  }, [doc])
  return actions
}
