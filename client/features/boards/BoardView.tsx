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
}

export function BoardView({ boardId, meetingSession, tools }: BoardViewProps) {
  const document = useDocument(`board/${boardId}`, meetingSession.seat)
  const entry = useMeeting(meetingSession, ({ meeting }) => meeting?.boards[boardId] ?? null)
  if (entry === null || document === null) return null
  return <BoardDesk boardId={boardId} entry={entry} document={document} meetingSession={meetingSession} tools={tools} />
}
