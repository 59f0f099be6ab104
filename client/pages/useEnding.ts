/** How a seat ended, also after a reload, when the server knows the seat no more and can only refuse it. */
import { useEffect } from 'react'
import { recall, remember } from '../lib/browserStore.ts'
import type { Connection, Ending } from '../session/meetingSnapshot.ts'

/** Null while it has not. */
export function useEnding(seat: string, connection: Connection): Ending | null {
  const reason = connection.status === 'ended' ? connection.reason : null
  useEffect(() => {
    if (reason === 'removed' || reason === 'turnedAway') {
      remember({ endings: { ...recall().endings, [seat]: reason } })
    }
  }, [seat, reason])
  return reason === 'refused' ? (recall().endings?.[seat] ?? reason) : reason
}
