/** How many messages of others have come since the discussion was last in sight. */
import { useState } from 'react'
import type { RoomId } from '../../../shared/contracts/ids.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import type { MeetingSnapshot } from '../../session/meetingSnapshot.ts'
import { emptyLog } from '../../session/messageLog.ts'
import { useMeeting } from '../../session/useMeeting.ts'

/** Whoever shows it is drawn again when the number changes, not with each message that is in sight. */
export function useUnread(session: MeetingSession, roomId: RoomId, isInSight: boolean): number {
  /** The newest message when the discussion went out of sight; null while it is in sight. */
  const [seen, setSeen] = useState<number | null>(null)
  if (isInSight && seen !== null) setSeen(null)
  if (!isInSight && seen === null) setSeen(messagesOf(session.getSnapshot(), roomId).at(-1)?.seq ?? 0)
  return useMeeting(session, (snapshot) => {
    if (seen === null) return 0
    return messagesOf(snapshot, roomId).filter(({ seq, authorId }) => seq > seen && authorId !== session.seat).length
  })
}

function messagesOf({ logs }: MeetingSnapshot, roomId: RoomId) {
  return (logs[roomId] ?? emptyLog).messages
}
