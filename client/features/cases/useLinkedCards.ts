/** The boards of the meeting beside an open case: their cards, of this case and others, and where a new one goes. */
import { useMemo } from 'react'
import type { BoardId, CaseId, DocumentName } from '../../../shared/contracts/ids.ts'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useSettledVersion } from '../../session/settledVersion.ts'
import { useDocuments } from '../../session/useDocument.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { type MeetingCard, readMeetingCards } from './linkedCards.ts'

/** Each board is a connection of its own; a small meeting has two or three. */
const mostBoards = 8

export interface LinkedCards {
  /** Those of the case. */
  cards: readonly MeetingCard[]
  /** Those that could be linked to it: in a column that their board shows. */
  others: readonly MeetingCard[]
  /** A board as it is open beside the case. */
  boardOf: (boardId: BoardId) => DocumentSession | null
  /** The board that a card of this column is added to; null when no board has the column. */
  boardFor: (column: CardKind) => DocumentSession | null
}

export function useLinkedCards(meetingSession: MeetingSession, caseId: CaseId): LinkedCards {
  const boards = useMeeting(meetingSession, ({ meeting }) => meeting?.boards ?? null)
  const ids = useMemo(() => Object.keys(boards ?? {}).slice(0, mostBoards) as BoardId[], [boards])
  const names = useMemo(() => ids.map((boardId): DocumentName => `board/${boardId}`), [ids])
  const documents = useDocuments(names, meetingSession.seat)
  const docs = useMemo(
    () => new Map([...documents].map(([name, { doc }]) => [name.slice('board/'.length) as BoardId, doc])),
    [documents],
  )
  const version = useSettledVersion(useMemo(() => [...docs.values()], [docs]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that a document has changed.
  const all = useMemo(() => readMeetingCards(docs), [docs, version])
  return useMemo(
    () => ({
      cards: all.filter((card) => card.caseId === caseId),
      others: all.filter(
        (card) => card.caseId !== caseId && boards?.[card.boardId]?.columns.includes(card.column) === true,
      ),
      boardOf: (boardId) => documents.get(`board/${boardId}`) ?? null,
      boardFor(column) {
        const boardId = ids.find((id) => boards?.[id]?.columns.includes(column))
        return (boardId && documents.get(`board/${boardId}`)) ?? null
      },
    }),
    [all, caseId, ids, boards, documents],
  )
}
