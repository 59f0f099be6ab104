/** Where the meeting is in its agenda. Pure; what the agenda looks like is its feature's. */
import type { AgendaItem } from '../../shared/contracts/events.ts'
import type { MeetingState } from '../../shared/proceedings/state.ts'

/** The items that the meeting is at and goes to. */
export function nowAndNext({ agenda, currentItemId }: MeetingState): {
  now: AgendaItem | null
  next: AgendaItem | null
} {
  const current = agenda.findIndex((item) => item.itemId === currentItemId)
  return { now: agenda[current] ?? null, next: agenda[current + 1] ?? null }
}

/** `10:45`, local to the meeting; null without a time. */
export function timeOfItem(item: AgendaItem): string | null {
  return item.startsAt?.slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length) ?? null
}
