/** The agenda as the room shows it, and the whole agenda that an edit sends. Pure. */
import type { CommandOf } from '../../../shared/contracts/commands.ts'
import type { AgendaItem, ContentText } from '../../../shared/contracts/events.ts'
import type { MeetingState } from '../../../shared/proceedings/state.ts'
import { timeOfItem } from '../../session/agendaTurns.ts'

export type AgendaItemInput = CommandOf<'agenda.set'>['items'][number]

export type Turn = 'done' | 'now' | 'next' | 'later'

export interface AgendaRow {
  item: AgendaItem
  turn: Turn
  /** `10:45`, local to the meeting; null without a time. */
  time: string | null
}

export interface AgendaDay {
  /** `2021-12-13`; null for what has no time and stands before all that has. */
  day: string | null
  rows: AgendaRow[]
}

export function agendaDays({ agenda, currentItemId }: MeetingState): AgendaDay[] {
  const current = agenda.findIndex((item) => item.itemId === currentItemId)
  const days: AgendaDay[] = []
  let day: string | null = null
  for (const [index, item] of agenda.entries()) {
    // What has no time of its own belongs to the day of what stands before it.
    day = item.startsAt?.slice(0, 'YYYY-MM-DD'.length) ?? day
    const row = { item, turn: turnOf(index, current), time: timeOfItem(item) }
    const last = days.at(-1)
    if (last && last.day === day) last.rows.push(row)
    else days.push({ day, rows: [row] })
  }
  return days
}

/** How much of a long agenda is in sight: what is on and the little that follows. */
export const rowsInSight = 4

/** The part of the agenda that matters now; from the beginning before it has begun. */
export function daysInSight(days: readonly AgendaDay[]): AgendaDay[] {
  const rows = days.flatMap((day) => day.rows)
  const start = Math.max(
    0,
    rows.findIndex(({ turn }) => turn === 'now'),
  )
  const inSight = new Set(rows.slice(start, start + rowsInSight))
  return days
    .map(({ day, rows: all }) => ({ day, rows: all.filter((row) => inSight.has(row)) }))
    .filter(({ rows: some }) => some.length > 0)
}

function turnOf(index: number, current: number): Turn {
  if (index === current) return 'now'
  if (index === current + 1) return 'next'
  return index < current ? 'done' : 'later'
}

/** The agenda as a command sends it: items keep their ids, their titles are written out. */
export function inputsOf(
  agenda: readonly AgendaItem[],
  content: Readonly<Record<string, ContentText>>,
): AgendaItemInput[] {
  return agenda.map(({ titleId, ...item }) => ({ ...item, title: content[titleId]?.text ?? '—' }))
}

/** Replaces the item with the same id, or adds a new one at its time. */
export function withItem(items: readonly AgendaItemInput[], edited: AgendaItemInput): AgendaItemInput[] {
  const known = items.findIndex((item) => edited.itemId !== undefined && item.itemId === edited.itemId)
  if (known >= 0) return items.toSpliced(known, 1, edited)
  const { startsAt } = edited
  const after = startsAt === undefined ? -1 : items.findIndex((item) => (item.startsAt ?? '') > startsAt)
  return items.toSpliced(after < 0 ? items.length : after, 0, edited)
}

export function withoutItem(items: readonly AgendaItemInput[], itemId: string): AgendaItemInput[] {
  return items.filter((item) => item.itemId !== itemId)
}

/** Swaps an item with its neighbour; at the end nothing happens. */
export function movedItem(items: readonly AgendaItemInput[], itemId: string, by: -1 | 1): AgendaItemInput[] {
  const from = items.findIndex((item) => item.itemId === itemId)
  const moved = items[from]
  const to = from + by
  if (!moved || to < 0 || to >= items.length) return [...items]
  return items.toSpliced(from, 1).toSpliced(to, 0, moved)
}
