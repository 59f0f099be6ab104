/**
 * The report as data for other programs: the same cases, cards and people as the drawn report, by the same rules and
 * under the same numbers. `shared/contracts/report.ts` is its schema.
 */
import type { CaseId, ParticipantId } from '../../shared/contracts/ids.ts'
import type { FieldData, ReportData } from '../../shared/contracts/report.ts'
import { cardKinds } from '../../shared/contracts/terms.ts'
import type { CardValue } from '../../shared/documents/cardValues.ts'
import type { CaseValue } from '../../shared/documents/caseDocument.ts'
import { legibleThroughout } from './legible.ts'
import { attendedDays } from './parts/attendance.ts'
import { cardList } from './parts/cardList.ts'
import { contentOf } from './parts/caseSections.ts'
import { passagesOf } from './parts/passages.ts'
import { isPresenterNamed, releasedCases, showableTitles, withheldCases } from './release.ts'
import { isAsked, lineOf, type ReportInput } from './reportInput.ts'
import type { Report } from './reportTree.ts'

/** Which parts of the outline ask for which data: any of them is enough. */
const askedBy = {
  agenda: ['organization', 'annex-agenda'],
  cases: ['cases'],
  cards: ['good-practices', 'obstacles', 'recommendations', 'annex-cards'],
  participants: ['annex-participants'],
}

/** Two spaces: people open it, too. */
const indent = 2

export function renderJson(report: Report, input: ReportInput): string {
  return `${JSON.stringify(legibleThroughout(reportDataOf(report, input)), null, indent)}\n`
}

export function reportDataOf(report: Report, input: ReportInput): ReportData {
  const { meeting, language, attribution } = input
  const isWanted = (what: keyof typeof askedBy) => askedBy[what].some((partId) => isAsked(input, partId))
  const released = releasedCases(meeting)
  return {
    format: 'plenaria-report',
    version: 1,
    generatedAt: new Date(report.generatedAt).toISOString(),
    language,
    attribution,
    marking: report.marking,
    unLevel: report.unLevel,
    meeting: {
      title: lineOf(input, meeting.titleId).text,
      place: lineOf(input, meeting.placeId).text,
      status: meeting.status,
      languages: meeting.languages,
      timezone: meeting.timezone,
      startsOn: meeting.startsOn,
      endsOn: meeting.endsOn,
      activityTypes: meeting.record?.activityTypes ?? [],
      focusOfActivity: meeting.record?.focusOfActivity ?? [],
    },
    counts: {
      people: Object.keys(meeting.members).length,
      countries: input.countryCount,
      casesIncluded: released.length,
      casesWithheld: withheldCases(meeting).length,
      attendance: attendedDays(input).map(({ day, participantIds }) => ({ day, persons: participantIds.length })),
    },
    parts: report.parts.map(({ id }) => id),
    ...(isWanted('agenda') ? { agenda: agendaOf(input) } : {}),
    ...(isWanted('cases') ? { cases: released.map((caseId, index) => caseOf(input, caseId, index + 1)) } : {}),
    ...(isWanted('cards') ? { cards: cardsOf(input) } : {}),
    ...(isWanted('participants') && attribution !== 'none' ? { participants: participantsOf(input) } : {}),
    omitted: omissionCounts(report),
  }
}

function agendaOf(input: ReportInput): ReportData['agenda'] {
  const isShowable = showableTitles(input.meeting, input.content)
  return input.meeting.agenda.map((item) => ({
    kind: item.kind,
    title: isShowable(item) ? lineOf(input, item.titleId).text : null,
    ...(item.startsAt !== undefined ? { startsAt: item.startsAt } : {}),
    ...(item.durationMinutes !== undefined ? { durationMinutes: item.durationMinutes } : {}),
  }))
}

function caseOf(input: ReportInput, caseId: CaseId, number: number) {
  const entry = input.meeting.cases[caseId]
  if (!entry) throw new Error(`the meeting has no case ${caseId}`)
  const isNamed = isPresenterNamed(entry, input.attribution)
  const presenter = isNamed ? input.people[entry.presenterId ?? entry.ownerId]?.name : undefined
  return {
    number,
    title: lineOf(input, entry.titleId).text,
    marking: entry.marking,
    stage: entry.stage,
    clearance: entry.clearance,
    digest: entry.digest,
    isAnonymized: entry.isAnonymized,
    ...(presenter !== undefined ? { presentedBy: presenter } : {}),
    attachments: entry.attachments.map(({ nameId, mediaType, bytes }) => ({
      name: lineOf(input, nameId).text,
      mediaType,
      bytes,
    })),
    sections: contentOf(input, caseId).map(({ section, isNotApplicable, values }) => ({
      section: section.id,
      isNotApplicable,
      fields: values.map(caseField),
    })),
  }
}

function caseField(value: CaseValue): FieldData {
  const { kind, field } = value
  switch (value.kind) {
    case 'text':
      return { field: value.field.field, kind, value: value.text }
    case 'value':
      return { field: value.field.field, kind: value.field.type, value: value.value }
    case 'tags':
      return { field: value.field.list, kind, value: value.ids }
    case 'richText':
      return { field: field.section, kind: value.kind, value: passagesOf(value.blocks) }
    case 'rows':
      return { field: field.section, kind, value: value.rows.map(({ cells }) => cells) }
  }
}

function cardsOf(input: ReportInput): ReportData['cards'] {
  const released = releasedCases(input.meeting)
  return cardKinds.flatMap((kind) =>
    cardList(input, kind).cards.map(({ number, card, marking }) => {
      const caseNumber = released.indexOf(card.caseId as CaseId) + 1
      return {
        kind,
        number,
        title: card.title,
        marking,
        language: card.language,
        ...(caseNumber > 0 ? { caseNumber } : {}),
        fields: card.values.flatMap(cardField),
      }
    }),
  )
}

/** The title stands beside the fields, the case as its number. */
function cardField(value: CardValue): FieldData[] {
  const { kind } = value
  const field = value.field.template.id
  switch (value.kind) {
    case 'title':
    case 'case':
      return []
    case 'line':
      return [{ field, kind, value: value.text }]
    case 'paragraphs':
      return [{ field, kind, value: value.paragraphs }]
    case 'choice':
      return [{ field, kind, value: value.id }]
    case 'scale':
      return [{ field, kind, value: value.value }]
    case 'tags':
      return [{ field, kind, value: value.ids }]
  }
}

/** As the attribution lets them be seen, in an order that says nothing of who joined when. */
function participantsOf({ meeting, people }: ReportInput): ReportData['participants'] {
  const cards = (Object.keys(meeting.members) as ParticipantId[]).map((id) => people[id] ?? {})
  return cards.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

function omissionCounts({ omitted }: Report): ReportData['omitted'] {
  const counts = new Map<string, ReportData['omitted'][number]>()
  for (const { kind, reason } of omitted) {
    const key = `${kind} ${reason}`
    counts.set(key, { kind, reason, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}
