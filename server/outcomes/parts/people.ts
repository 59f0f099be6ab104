/** Who took part, as far as the attribution lets it be seen: names, delegations, or nothing but a number. */
import type { ParticipantId } from '../../../shared/contracts/ids.ts'
import type { Marking } from '../../../shared/contracts/terms.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { onOneLine } from '../legible.ts'
import { formatCountry, formatNumber, formatShortDay, inAlphabet } from '../localForms.ts'
import type { ReportInput } from '../reportInput.ts'
import type { ReportRun, Table } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { attendedDays } from './attendance.ts'
import { weightsOf } from './columns.ts'
import { type PartContent, section, sentence } from './part.ts'

/** A list of people was made for those who met. */
const markingOfPeople: Marking = 'TLP:GREEN'

const unknown = '—'

/** So many days have a column each; of a longer meeting the list says who, not when. */
const mostDays = 5

interface Attendee {
  id: ParticipantId
  name: string
  country: string
  institution: string
}

/** The list of participants. Where nobody may be shown its place says so: an annex that is missing is asked for. */
export function participants(input: ReportInput): PartContent {
  const ids = Object.keys(input.meeting.members) as ParticipantId[]
  if (ids.length === 0) return section([])
  if (input.attribution === 'none') {
    const omitted = [{ kind: 'people' as const, reason: 'attribution' as const }]
    return section([sentence(wordsOf(input.language).peopleWithheld)], { omitted })
  }
  const attendees = ids.map((id) => attendee(input, id))
  const sorted = inAlphabet(input.language, attendees, ({ country, institution, name }) =>
    [country, institution, name].join('\n'),
  )
  const table = input.attribution === 'name' ? nameTable(input, sorted) : delegationTable(input, sorted)
  return section([table], { markings: [markingOfPeople] })
}

/** `Name (institution, country)`, or null for somebody without a name. */
export function personLine(input: ReportInput, id: ParticipantId): ReportRun | null {
  const { name, country, institution } = attendee(input, id)
  const from = [institution, country].filter((text) => text !== unknown).join(', ')
  return name === unknown ? null : { text: from === '' ? name : `${name} (${from})` }
}

function attendee({ people, language }: ReportInput, id: ParticipantId): Attendee {
  const { name, country, agency } = people[id] ?? {}
  return {
    id,
    name: onOneLine(name ?? '') || unknown,
    country: country === undefined ? unknown : formatCountry(language, country),
    institution: onOneLine(labelOf('agencyTypes', agency ?? '', language)) || unknown,
  }
}

/** With the days on which each was there. */
function nameTable(input: ReportInput, attendees: Attendee[]): Table {
  const { language } = input
  const { name, country, institution, yes } = wordsOf(language)
  const all = attendedDays(input)
  const days = all.length > mostDays ? [] : all
  return tableOf(
    [name, country, institution, ...days.map(({ day }) => formatShortDay(language, day))],
    attendees.map((person) => [
      person.name,
      person.country,
      person.institution,
      ...days.map(({ participantIds }) => (participantIds.includes(person.id) ? yes : unknown)),
    ]),
  )
}

function delegationTable({ language }: ReportInput, attendees: Attendee[]): Table {
  const { country, institution, persons } = wordsOf(language)
  const counts = new Map<string, { attendee: Attendee; count: number }>()
  for (const attendee of attendees) {
    const key = JSON.stringify([attendee.country, attendee.institution])
    counts.set(key, { attendee, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const rows = [...counts.values()].map(({ attendee, count }) => [
    attendee.country,
    attendee.institution,
    formatNumber(language, count),
  ])
  const table = tableOf([country, institution, persons], rows)
  return {
    ...table,
    columns: table.columns.map((column, index) => (index === 2 ? { ...column, numeric: true } : column)),
  }
}

function tableOf(titles: string[], rows: string[][]): Table {
  const weights = weightsOf(titles.map((title, index) => ({ title, texts: rows.map((row) => row[index] ?? '') })))
  const columns = titles.map((title, index) => ({ title, weight: weights[index] ?? 1 }))
  return { kind: 'table', caption: '', columns, rows: rows.map((row) => row.map((text) => [{ text }])) }
}
