/**
 * The messages of one room that this window holds: a whole stretch up to the newest, without holes. Pure. The folded
 * state of a room carries only the latest; older pages are put in front of them here.
 */
import type { ContentText } from '../../shared/contracts/events.ts'
import type { Message, MessagesPage } from '../../shared/contracts/http.ts'
import type { MessageEntry, RoomState } from '../../shared/proceedings/state.ts'

export interface MessageLog {
  /** Oldest first. */
  messages: readonly Message[]
  hasOlder: boolean
}

export const emptyLog: MessageLog = { messages: [], hasOlder: false }

type Content = Readonly<Record<string, ContentText>>

/** An entry with its words; a text that was taken away leaves an empty message. */
export function readMessage(entry: MessageEntry, content: Content): Message {
  const { messageId, seq, at, authorId, contentId } = entry
  return { messageId, seq, at, authorId, ...(content[contentId] ?? { text: '' }) }
}

/** A snapshot continues the log when they touch; else what was held before has a hole behind it and is let go. */
export function resetLog(log: MessageLog, room: RoomState, content: Content): MessageLog {
  const latest = room.messages.map((entry) => readMessage(entry, content))
  const first = latest[0]
  const older = first ? log.messages.filter((message) => message.seq < first.seq) : []
  const touches = log.messages.some((message) => message.messageId === first?.messageId)
  if (touches) return { messages: [...older, ...latest], hasOlder: log.hasOlder }
  return { messages: latest, hasOlder: room.messageCount > latest.length }
}

export function appendToLog(log: MessageLog, message: Message): MessageLog {
  return { ...log, messages: [...log.messages, message] }
}

/** Puts an older page in front. A page that was asked for before the log was reset no longer fits and is left out. */
export function prependToLog(log: MessageLog, page: MessagesPage, before: number): MessageLog {
  if (log.messages[0]?.seq !== before) return log
  return { messages: [...page.messages, ...log.messages], hasOlder: page.more }
}
