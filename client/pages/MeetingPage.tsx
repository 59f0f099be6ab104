/** A meeting's address: finds the seat of this browser, opens its session, and shows what the session's state asks for. */
import { lazy, Suspense } from 'react'
import { meetingId as meetingIdSchema } from '../../shared/contracts/ids.ts'
import { WaitingRoom } from '../features/join/WaitingRoom.tsx'
import type { MeetingSession } from '../session/MeetingSession.ts'
import { useMeeting } from '../session/useMeeting.ts'
import { EndPage } from './EndPage.tsx'
import { EnteringPage } from './EnteringPage.tsx'
import { LoadingPage } from './LoadingPage.tsx'
import { UnknownPage } from './UnknownPage.tsx'
import { useEnding } from './useEnding.ts'
import { useMeetingSession } from './useMeetingSession.ts'
import { useSeat } from './useSeat.ts'

const RoomPage = lazy(async () => ({ default: (await import('./room/RoomPage.tsx')).RoomPage }))

export function MeetingPage({ meetingId }: { meetingId: string }) {
  const parsed = meetingIdSchema.safeParse(meetingId)
  const seat = useSeat(meetingId)
  const session = useMeetingSession(parsed.data ?? null, seat.status === 'found' ? seat.seat : null)
  if (!parsed.success) return <UnknownPage />
  if (seat.status === 'none') return <EndPage reason="refused" />
  if (!session) return <LoadingPage />
  return <OpenMeeting session={session} />
}

function OpenMeeting({ session }: { session: MeetingSession }) {
  const connection = useMeeting(session, (snapshot) => snapshot.connection)
  const standing = useMeeting(session, (snapshot) => snapshot.person.status)
  const isIn = useMeeting(session, (snapshot) => snapshot.meeting !== null)
  const ending = useEnding(session.seat, connection)
  if (connection.status === 'ended') return <EndPage reason={ending ?? connection.reason} session={session} />
  if (standing === 'waiting') return <WaitingRoom session={session} />
  if (!isIn) return <EnteringPage isOffline={connection.status === 'reconnecting'} />
  return (
    <Suspense fallback={<LoadingPage />}>
      <RoomPage session={session} />
    </Suspense>
  )
}
