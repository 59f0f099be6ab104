/** Boards: their creation. Their cards are written together and live in a document. */
import type { CommandOf } from '../contracts/commands.ts'
import type { BoardId } from '../contracts/ids.ts'
import { limits } from '../contracts/limits.ts'
import { cardKinds } from '../contracts/terms.ts'
import { type Decision, type Draft, type Proceedings, refuse } from './decision.ts'

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
      columns: [...new Set(command.columns ?? cardKinds)],
    })
    .accepted()
}
