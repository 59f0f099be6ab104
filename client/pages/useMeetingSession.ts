/** Opens the session of a seat for as long as its page is there. */
import { useEffect, useState } from 'react'
import { messagesPage } from '../../shared/contracts/http.ts'
import type { MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import { api } from '../lib/api.ts'
import { MeetingSession } from '../session/MeetingSession.ts'
import { openMeetingSocket } from '../session/meetingSocket.ts'

export function useMeetingSession(meetingId: MeetingId | null, seat: ParticipantId | null): MeetingSession | null {
  const [session, setSession] = useState<MeetingSession | null>(null)
  useEffect(() => {
    if (meetingId === null || seat === null) return
    const opened = new MeetingSession({
      meetingId,
      seat,
      openSocket: openMeetingSocket(seat),
      fetchMessages: (roomId, before) =>
        api('GET', `/api/meetings/${meetingId}/streams/room/${roomId}/messages?before=${before}`, {
          answer: messagesPage,
          seat,
        }),
    })
    setSession(opened)
    return () => {
      opened.dispose()
      setSession(null)
    }
  }, [meetingId, seat])
  return session
}
