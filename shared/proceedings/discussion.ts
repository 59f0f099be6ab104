/** The discussion of a room: posting a message. */
import type { CommandOf } from '../contracts/commands.ts'
import { type MessageId, streams } from '../contracts/ids.ts'
import { type Actor, type Decision, type Draft, type Proceedings, refuse } from './decision.ts'

export function decideMessagePost(
  { meeting }: Proceedings,
  command: CommandOf<'message.post'>,
  actor: Actor,
  draft: Draft,
): Decision {
  const roomId = command.roomId ?? meeting.plenaryId
  if (roomId === null || !meeting.rooms[roomId]) return refuse('not-found', 'This room does not exist.')
  return draft
    .append(streams.room(roomId), {
      type: 'message.posted',
      messageId: draft.id<MessageId>(),
      authorId: actor.participantId,
      contentId: draft.text(command.text, command.language),
    })
    .accepted()
}
