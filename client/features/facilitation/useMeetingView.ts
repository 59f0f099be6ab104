/** The meeting as the server shows it to moderators: the code and the public address that carries it. */
import { useEffect, useState } from 'react'
import { type MeetingView, meetingView } from '../../../shared/contracts/http.ts'
import { api } from '../../lib/api.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'

export type Loaded<T> = { status: 'loading' } | { status: 'loaded'; value: T } | { status: 'failed'; error: unknown }

export function useMeetingView(session: MeetingSession): Loaded<MeetingView> {
  const { meetingId, seat } = session
  const [view, setView] = useState<Loaded<MeetingView>>({ status: 'loading' })
  useEffect(() => {
    let isCurrent = true
    const take = (next: Loaded<MeetingView>) => {
      if (isCurrent) setView(next)
    }
    api('GET', `/api/meetings/${encodeURIComponent(meetingId)}`, { answer: meetingView, seat })
      .then((value) => take({ status: 'loaded', value }))
      .catch((error: unknown) => take({ status: 'failed', error }))
    return () => {
      isCurrent = false
    }
  }, [meetingId, seat])
  return view
}
