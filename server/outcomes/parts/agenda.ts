/** The agenda: one table for each day. A title that would name a case which the report leaves out is left out too. */
import type { AgendaItem } from '../../../shared/contracts/events.ts'
import { formatHours, formatWeekday } from '../localForms.ts'
import { showableTitles } from '../release.ts'
import { lineOf, type ReportInput } from '../reportInput.ts'
import type { Omission, ReportRun, Table } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { type PartContent, section } from './part.ts'

/** A title as it may be shown, or null. */
type TitleOf = (item: AgendaItem) => ReportRun | null

interface Day {
  /** Date of the calendar; null for items without a time. */
  date: string | null
  items: AgendaItem[]
}

export function agenda(input: ReportInput): PartContent {
  const { agenda: items } = input.meeting
  const titleOf = titlesOf(input)
  const omitted = items
    .filter((item) => titleOf(item) === null)
    .map((item): Omission => ({ kind: 'agendaTitle', itemId: item.itemId, reason: 'may-name-withheld-case' }))
  return section(
    daysOf(items).map((day) => dayTable(input, day, titleOf)),
    { omitted },
  )
}

function titlesOf(input: ReportInput): TitleOf {
  const isShowable = showableTitles(input.meeting, input.content)
  return (item) => (isShowable(item) ? lineOf(input, item.titleId) : null)
}

/** Consecutive items of one date together: the agenda's own order stays. */
function daysOf(items: AgendaItem[]): Day[] {
  const days: Day[] = []
  for (const item of items) {
    const date = item.startsAt?.split('T')[0] ?? null
    const last = days.at(-1)
    if (last?.date === date) last.items.push(item)
    else days.push({ date, items: [item] })
  }
  return days
}

function dayTable({ language }: ReportInput, { date, items }: Day, titleOf: TitleOf): Table {
  const words = wordsOf(language)
  const topicOf = (item: AgendaItem) => [titleOf(item) ?? { text: words.withheldTitle, italic: true as const }]
  const hoursOf = (item: AgendaItem) => [{ text: formatHours(item.startsAt ?? '', item.durationMinutes) }]
  const topic = { title: words.topic, weight: 5 }
  if (date === null) return { kind: 'table', caption: '', columns: [topic], rows: items.map((item) => [topicOf(item)]) }
  return {
    kind: 'table',
    caption: formatWeekday(language, date),
    columns: [{ title: words.time, weight: 1 }, topic],
    rows: items.map((item) => [hoursOf(item), topicOf(item)]),
  }
}
