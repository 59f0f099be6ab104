/**
 * A case of the meeting, written together: the paper with its sections, what may be done with it, and its state in
 * words. Loaded when a case is opened, with the editor; not before.
 */
import type { ReactNode } from 'react'
import type { CaseId } from '../../../shared/contracts/ids.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useDocument } from '../../session/useDocument.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { CaseDesk } from './CaseDesk.tsx'

export interface CaseViewProps {
  caseId: CaseId
  meetingSession: MeetingSession
  /** What the page offers for the document besides, below the head of the paper. */
  tools?: ReactNode
  /** What can be done with words that it does not take. */
  unsent: ReactNode
}

export function CaseView({ caseId, meetingSession, tools, unsent }: CaseViewProps) {
  const document = useDocument(`case/${caseId}`, meetingSession.seat)
  const entry = useMeeting(meetingSession, ({ meeting }) => meeting?.cases[caseId] ?? null)
  if (entry === null || document === null) return null
  return (
    <CaseDesk
      key={document.doc.guid}
      caseId={caseId}
      entry={entry}
      document={document}
      meetingSession={meetingSession}
      tools={tools}
      unsent={unsent}
    />
  )
}
