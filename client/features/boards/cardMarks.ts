/** The marks of a board's cards: what their faces show, and which of them a person may set. */
import type { BoardId, ParticipantId } from '../../../shared/contracts/ids.ts'
import { compareMarkings, type Marking, markings } from '../../../shared/contracts/terms.ts'
import { boardMarking, cardMarking } from '../../../shared/proceedings/boards.ts'
import type { BoardEntry } from '../../../shared/proceedings/state.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import type { MeetingSnapshot } from '../../session/meetingSnapshot.ts'
import { isAccepted } from '../../session/rights.ts'

/** A board as the meeting holds it. */
export interface BoardPlace {
  boardId: BoardId
  entry: BoardEntry
  meetingSession: MeetingSession
  /** Read in an old version: nothing is decided there. */
  isPast?: boolean
}

export type CardMarks = BoardEntry['cardMarks']

/** The mark that the face of a card shows; null for that of the board, which stands above all of them. */
export function shownMarking(cardMarks: CardMarks, cardId: string): Marking | null {
  const marking = cardMarking({ cardMarks }, cardId)
  return marking === boardMarking ? null : marking
}

/** What a card can be marked: the board's mark, and stricter ones. */
export const cardMarkings: readonly Marking[] = markings.filter(
  (marking) => compareMarkings(marking, boardMarking) >= 0,
)

/** The command that gives a card a mark; that of the board is given by taking the card's own away. */
export function markingCommand(boardId: BoardId, cardId: string, marking: Marking) {
  return { type: 'card.setMarking' as const, boardId, cardId, marking: marking === boardMarking ? null : marking }
}

/** The marks that the person may give the card now; the one that it has is not among them. */
export function settableMarkings(
  snapshot: MeetingSnapshot,
  seat: ParticipantId,
  { boardId, cardId }: { boardId: BoardId; cardId: string },
): readonly Marking[] {
  const board = snapshot.meeting?.boards[boardId]
  if (!board) return []
  const present = cardMarking(board, cardId)
  return cardMarkings.filter(
    (marking) => marking !== present && isAccepted(snapshot, seat, markingCommand(boardId, cardId, marking)),
  )
}
