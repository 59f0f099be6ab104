/** The record of the meeting: its frame, how many took part, the agenda. The outline's inner parts give the headings. */
import { labelOf, listTitle, type OutlinePart } from '../../../shared/vocabulary/vocabulary.ts'
import { counted, formatDays, formatLanguages, formatTimezone } from '../localForms.ts'
import { isAsked, lineOf, type ReportInput } from '../reportInput.ts'
import type { Definition, ReportBlock } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { agenda } from './agenda.ts'
import { attendance } from './attendance.ts'
import { type PartContent, section, sentence } from './part.ts'

/** The annex that holds the whole agenda. */
const agendaAnnex = 'annex-agenda'

/** Makers of the inner parts, by the source that the outline names. */
const innerMakers: Record<string, (input: ReportInput) => PartContent> = {
  'participants.aggregate': attendance,
  agenda: programme,
}

export function organization(input: ReportInput, part: OutlinePart): PartContent {
  const blocks = [record(input)]
  const hasContact = lineOf(input, input.meeting.record?.contactId).text !== ''
  const omitted: PartContent['omitted'] =
    hasContact && input.attribution !== 'name' ? [{ kind: 'contact', reason: 'attribution' }] : []
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
    ...activity(input),
  ]
  return { kind: 'definitions', rows }
}

/** The activity sheet. A contact is a person: said only where names are. */
function activity(input: ReportInput): Definition[] {
  const { record } = input.meeting
  if (record === null) return []
  const words = wordsOf(input.language)
  const texts = [
    [words.venue, record.venueId],
    [words.partners, record.partnersId],
    [words.implementers, record.implementersId],
    [words.donors, record.donorsId],
    [words.budget, record.budgetId],
    [words.contact, input.attribution === 'name' ? record.contactId : undefined],
  ] as const
  return [
    ...chosen(input, 'activityTypes', record.activityTypes),
    ...chosen(input, 'focusOfActivity', record.focusOfActivity),
    ...texts.flatMap(([term, contentId]) => {
      const run = lineOf(input, contentId)
      return run.text === '' ? [] : [{ term, runs: [run] }]
    }),
  ]
}

function chosen({ language }: ReportInput, list: string, ids: string[]): Definition[] {
  if (ids.length === 0) return []
  const terms = ids.map((id) => labelOf(list, id, language)).join(wordsOf(language).semicolon)
  return [{ term: listTitle(list, language), runs: [{ text: terms }] }]
}

/** The agenda itself where the report has no annex for it. */
function programme(input: ReportInput): PartContent {
  const { meeting, language } = input
  if (!isAsked(input, agendaAnnex) || meeting.agenda.length === 0) return agenda(input)
  const days = new Set(meeting.agenda.flatMap((item) => item.startsAt?.split('T')[0] ?? []))
  const words = wordsOf(language)
  const counts = [
    counted(language, words.agendaItems, meeting.agenda.length),
    ...(days.size > 0 ? [counted(language, words.agendaDays, days.size)] : []),
  ]
  return section([sentence(`${counts.join(' ')}. ${words.agendaInAnnex}`)])
}
