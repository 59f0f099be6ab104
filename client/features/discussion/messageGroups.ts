/** Messages as they are read: under the day they were written on, in the meeting's time zone. Pure. */
import type { Message } from '../../../shared/contracts/http.ts'
import { dayOf } from '../../i18n/dates.ts'

export interface MessageDay {
  day: string
  messages: Message[]
}

export function messageDays(messages: readonly Message[], timezone: string): MessageDay[] {
  const days: MessageDay[] = []
  for (const message of messages) {
    const day = dayOf(message.at, timezone)
    const last = days.at(-1)
    if (last?.day === day) last.messages.push(message)
    else days.push({ day, messages: [message] })
  }
  return days
}
