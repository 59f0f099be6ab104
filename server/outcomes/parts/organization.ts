/** The record of the meeting: its frame, how many took part, the agenda. The outline's inner parts give the headings. */
import type { OutlinePart } from '../../../shared/vocabulary/vocabulary.ts'
import { counted, formatDays, formatLanguages, formatTimezone } from '../localForms.ts'
import { lineOf, type ReportInput } from '../reportInput.ts'
import type { Definition, ReportBlock } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { agenda } from './agenda.ts'
import { type PartContent, section, sentence } from './part.ts'

/** Makers of the inner parts, by the source that the outline names. */
const innerMakers: Record<string, (input: ReportInput) => PartContent> = {
  'participants.aggregate': attendance,
  agenda,
}

export function organization(input: ReportInput, part: OutlinePart): PartContent {
  const blocks = [record(input)]
  const omitted: PartContent['omitted'] = []
  for (const child of part.children ?? []) {
    const content = innerMakers[child.source]?.(input)
    if (!content || content.blocks.length === 0) continue
    blocks.push({ kind: 'heading', level: 2, runs: [{ text: child.title[input.language] }] }, ...content.blocks)
    omitted.push(...content.omitted)
  }
  return section(blocks, { omitted })
}

function record(input: ReportInput): ReportBlock {
  const { meeting, language } = input
  const words = wordsOf(language)
  const place = lineOf(input, meeting.placeId)
  const rows: Definition[] = [
    { term: words.dates, runs: [{ text: formatDays(language, meeting.startsOn, meeting.endsOn) }] },
    ...(place.text === '' ? [] : [{ term: words.place, runs: [place] }]),
    { term: words.timezone, runs: [{ text: formatTimezone(language, meeting.timezone, meeting.startsOn) }] },
    { term: words.languages, runs: [{ text: formatLanguages(language, meeting.languages) }] },
  ]
  return { kind: 'definitions', rows }
}

/** Numbers only: who was there is not said. */
function attendance({ meeting, people, language }: ReportInput): PartContent {
  const members = Object.keys(meeting.members)
  if (members.length === 0) return section([])
  const countries = new Set(members.flatMap((id) => people[id]?.country ?? []))
  const words = wordsOf(language)
  const counts = [
    counted(language, words.attendance, members.length),
    ...(countries.size > 0 ? [counted(language, words.countries, countries.size)] : []),
  ]
  return section([sentence(`${counts.join(' ')}.`)])
}
