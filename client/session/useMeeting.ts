/** React's view of a MeetingSession: each hook renders again only when what it selects has changed. */
import { useSyncExternalStore } from 'react'
import type { ContentText } from '../../shared/contracts/events.ts'
import type { Role } from '../../shared/contracts/terms.ts'
import type { Action, Verdict } from '../../shared/proceedings/policy.ts'
import type { MeetingSession } from './MeetingSession.ts'
import { type MeetingSnapshot, roleOf, verdictOn } from './meetingSnapshot.ts'

/** `select` gives a part of the snapshot as it is, or a primitive: not a new object each time. */
export function useMeeting<T>(session: MeetingSession, select: (snapshot: MeetingSnapshot) => T): T {
  return useSyncExternalStore(session.subscribe, () => select(session.getSnapshot()))
}

/** My own role; null while I am not in. */
export function useRole(session: MeetingSession): Role | null {
  return useMeeting(session, (snapshot) => roleOf(snapshot, session.seat))
}

/** Whether I may do something now; see shared/proceedings/policy.ts. */
export function useVerdict(session: MeetingSession, action: Action): Verdict {
  return useMeeting(session, (snapshot) => verdictOn(snapshot, session.seat, action))
}

/** A text that somebody typed, by its content id. */
export function useContent(session: MeetingSession, contentId: string | null | undefined): ContentText | null {
  return useMeeting(session, (snapshot) => (contentId ? (snapshot.content[contentId] ?? null) : null))
}
