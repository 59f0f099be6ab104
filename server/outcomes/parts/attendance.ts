/** How many took part, and on which day how many of them were there: numbers, whatever the attribution. */
import { counted, formatNumber, formatWeekday } from '../localForms.ts'
import type { DayAttended, ReportInput } from '../reportInput.ts'
import type { Table } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { type PartContent, section, sentence } from './part.ts'

/** The days of the meeting on which somebody who takes part was there; who only prepared it came on other days. */
export function attendedDays({ meeting, attendance }: Pick<ReportInput, 'meeting' | 'attendance'>): DayAttended[] {
  return attendance
    .filter(({ day }) => meeting.startsOn <= day && day <= meeting.endsOn)
    .map(({ day, participantIds }) => ({
      day,
      participantIds: participantIds.filter((id) => Object.hasOwn(meeting.members, id)),
    }))
    .filter(({ participantIds }) => participantIds.length > 0)
}

/** Who they were is said in the annex, where it may be. */
export function attendance(input: ReportInput): PartContent {
  const { meeting, countryCount, language } = input
  const members = Object.keys(meeting.members)
  if (members.length === 0) return section([])
  const words = wordsOf(language)
  const counts = [
    counted(language, words.attendance, members.length),
    ...(countryCount > 0 ? [counted(language, words.countries, countryCount)] : []),
  ]
  const days = attendedDays(input)
  return section([sentence(`${counts.join(' ')}.`), ...(days.length > 0 ? [tableOf(days, input)] : [])])
}

function tableOf(days: DayAttended[], { language }: ReportInput): Table {
  const words = wordsOf(language)
  return {
    kind: 'table',
    caption: words.attendanceByDay,
    columns: [
      { title: words.day, weight: 5 },
      { title: words.persons, weight: 1, numeric: true },
    ],
    rows: days.map(({ day, participantIds }) => [
      [{ text: formatWeekday(language, day) }],
      [{ text: formatNumber(language, participantIds.length) }],
    ]),
  }
}
