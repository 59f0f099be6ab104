/** A board of the meeting: opens its document and shows it once it is here, in whatever state the connection is. */
import type { ReactNode } from 'react'
import type { BoardId } from '../../../shared/contracts/ids.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useDocument } from '../../session/useDocument.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { BoardDesk } from './BoardDesk.tsx'

export interface BoardViewProps {
  boardId: BoardId
  meetingSession: MeetingSession
  /** What the page offers for the document besides, above the columns. */
  tools?: ReactNode
  /** What can be done with words that it does not take. */
  unsent: ReactNode
}

export function BoardView({ boardId, meetingSession, tools, unsent }: BoardViewProps) {
  const document = useDocument(`board/${boardId}`, meetingSession.seat)
  const entry = useMeeting(meetingSession, ({ meeting }) => meeting?.boards[boardId] ?? null)
  if (entry === null || document === null) return null
  return (
    <BoardDesk
      key={document.doc.guid}
      boardId={boardId}
      entry={entry}
      document={document}
      meetingSession={meetingSession}
      tools={tools}
      unsent={unsent}
    />
  )
}
