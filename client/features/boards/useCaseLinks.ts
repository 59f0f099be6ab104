/** The cases that a card can be linked to, and the way to each. */
import { useMemo } from 'react'
import { meetingPath } from '../../lib/paths.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import type { CaseTitles } from './useCaseTitles.ts'

export interface CaseLinks {
  titles: CaseTitles
  pathOf: (caseId: string) => string
}

export function useCaseLinks({ meetingId, seat }: MeetingSession, titles: CaseTitles): CaseLinks {
  return useMemo(
    () => ({ titles, pathOf: (caseId) => meetingPath(meetingId, seat, { kind: 'case', caseId }) }),
    [meetingId, seat, titles],
  )
}
