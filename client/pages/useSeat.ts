/** Which seat of this browser session the page is about: the one in the address, else the last one of the meeting. */
import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { seatsAnswer } from '../../shared/contracts/http.ts'
import { type ParticipantId, participantId } from '../../shared/contracts/ids.ts'
import { ApiProblem, api } from '../lib/api.ts'
import { type Cancel, clock } from '../lib/time.ts'

export type SeatChoice = { status: 'looking' } | { status: 'none' } | { status: 'found'; seat: ParticipantId }

/** Without an answer the question is asked again after this pause. */
const retryMs = 3_000

export function useSeat(meetingId: string): SeatChoice {
  const [path, navigate] = useLocation()
  const named = participantId.safeParse(new URLSearchParams(useSearch()).get('seat'))
  const isNamed = named.success
  const [hasNone, setHasNone] = useState(false)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (isNamed) return
    let cancel: Cancel = () => undefined
    let isCurrent = true
    api('GET', '/api/seats', { answer: seatsAnswer })
      .then(({ seats }) => {
        if (!isCurrent) return
        const last = seats.filter((seat) => seat.meetingId === meetingId).at(-1)
        if (last) navigate(`${path}?seat=${last.participantId}`, { replace: true })
        else setHasNone(true)
      })
      .catch((error: unknown) => {
        if (!isCurrent) return
        if (error instanceof ApiProblem) setHasNone(true)
        else cancel = clock.after(retryMs, () => setAttempt((count) => count + 1))
      })
    return () => {
      isCurrent = false
      cancel()
    }
  }, [isNamed, meetingId, path, attempt])

  if (named.success) return { status: 'found', seat: named.data }
  return hasNone ? { status: 'none' } : { status: 'looking' }
}
