/**
 * Boards: their creation, and the marks of their cards. The cards themselves are written together and live in a
 * document; a mark must not be forged, so it is decided here. It narrows where a card may go, not who reads it: that is
 * the board's. A card has no owner: whoever may write on the board, and so delete the card, may also keep it in;
 * only a moderator lets it out again.
 */
import type { CommandOf } from '../contracts/commands.ts'
import type { BoardId } from '../contracts/ids.ts'
import { limits } from '../contracts/limits.ts'
import { compareMarkings, type Marking, stricterOf, usualColumns } from '../contracts/terms.ts'
import { type Actor, type Decision, type Draft, type Proceedings, refuse } from './decision.ts'
import { moderates } from './policy.ts'
import type { BoardEntry } from './state.ts'

/** The mark of every board, and so the least of its cards: they are written for the community of those who met. */
export const boardMarking: Marking = 'TLP:GREEN'

/** The mark that somebody gave a card itself; null where nobody did. */
export function ownMarking({ cardMarks }: Pick<BoardEntry, 'cardMarks'>, cardId: string): Marking | null {
  return Object.hasOwn(cardMarks, cardId) ? (cardMarks[cardId] ?? null) : null
}

/** The mark that holds for a card: its own, and never a more open one than the board's. */
export function cardMarking(board: Pick<BoardEntry, 'cardMarks'>, cardId: string): Marking {
  return stricterOf(ownMarking(board, cardId) ?? boardMarking, boardMarking)
}

export function decideBoardCreate(
  { meeting }: Proceedings,
  command: CommandOf<'board.create'>,
  draft: Draft,
): Decision {
  const roomId = command.roomId ?? meeting.plenaryId
  if (roomId === null || !meeting.rooms[roomId]) return refuse('not-found', 'This room does not exist.')
  if (Object.keys(meeting.boards).length >= limits.boardsPerMeeting) {
    return refuse('not-now', `A meeting holds at most ${limits.boardsPerMeeting} boards.`)
  }
  return draft
    .toMeeting({
      type: 'board.created',
      boardId: draft.id<BoardId>(),
      roomId,
      titleId: draft.text(command.title),
      columns: [...new Set(command.columns ?? usualColumns)],
    })
    .accepted()
}

export function decideCardMarking(
  { meeting }: Proceedings,
  { boardId, cardId, marking }: CommandOf<'card.setMarking'>,
  actor: Actor,
  draft: Draft,
): Decision {
  const board = meeting.boards[boardId]
  if (!board) return refuse('not-found', 'This board does not exist.')
  const own = ownMarking(board, cardId)
  if (own === marking)
    return refuse('conflict', `The card ${own === null ? 'has no mark of its own' : `is already marked ${own}`}.`)
  const next = stricterOf(marking ?? boardMarking, boardMarking)
  if (compareMarkings(next, cardMarking(board, cardId)) < 0 && !moderates(actor.role)) {
    return refuse('forbidden', 'Only moderators make the mark of a card less strict.')
  }
  if (own === null && Object.keys(board.cardMarks).length >= limits.markedCardsPerBoard) {
    return refuse('not-now', `A board has at most ${limits.markedCardsPerBoard} cards with a mark of their own.`)
  }
  return draft.toMeeting({ type: 'card.marked', boardId, cardId, marking }).accepted()
}
