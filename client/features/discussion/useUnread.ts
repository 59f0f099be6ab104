/** How many messages of others have come since the discussion was last in sight. */
import { useEffect, useState } from 'react'
import type { RoomId } from '../../../shared/contracts/ids.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { emptyLog } from '../../session/messageLog.ts'
import { useMeeting } from '../../session/useMeeting.ts'

export function useUnread(session: MeetingSession, roomId: RoomId, isInSight: boolean): number {
  const { messages } = useMeeting(session, (snapshot) => snapshot.logs[roomId] ?? emptyLog)
  const newest = messages.at(-1)?.seq ?? 0
  const [seen, setSeen] = useState(newest)
  useEffect(() => {
    if (isInSight) setSeen(newest)
  }, [isInSight, newest])
  if (isInSight) return 0
  return messages.filter(({ seq, authorId }) => seq > seen && authorId !== session.seat).length
}
