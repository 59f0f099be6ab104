/**
 * What a report would hold and leave out, in words that the person who asks for it may read: made by building the
 * report itself, so it cannot say anything else than the file.
 */
import type { ExportPreview } from '../../shared/contracts/report.ts'
import { type CardKind, cardKinds } from '../../shared/contracts/terms.ts'
import { cardList } from './parts/cardList.ts'
import { allowedAttributions, releasedCases, withheldCases } from './release.ts'
import { buildReport } from './report.ts'
import { lineOf, type ReportInput } from './reportInput.ts'
import type { Omission } from './reportTree.ts'

export function previewOf(input: ReportInput): ExportPreview {
  const report = buildReport(input)
  const { include, ...everything } = input
  const whole = include === undefined ? report : buildReport(everything)
  const included = new Set(report.parts.map(({ id }) => id))
  const cards = Object.fromEntries(cardKinds.map((kind) => [kind, cardList(input, kind).cards.length]))
  return {
    language: report.language,
    attribution: report.attribution,
    allowedAttributions: allowedAttributions(input.meeting),
    marking: report.marking,
    unLevel: report.unLevel,
    parts: whole.parts.map(({ id, title }) => ({ id, title, isIncluded: included.has(id) })),
    counts: {
      people: Object.keys(input.meeting.members).length,
      casesIncluded: releasedCases(input.meeting).length,
      casesWithheld: withheldCases(input.meeting).length,
      cards: cards as Record<CardKind, number>,
    },
    omitted: report.omitted.map((omission) => ({
      kind: omission.kind,
      reason: omission.reason,
      title: titleOf(input, omission),
    })),
  }
}

function titleOf(input: ReportInput, omission: Omission): string {
  switch (omission.kind) {
    case 'case':
      return lineOf(input, input.meeting.cases[omission.caseId]?.titleId).text
    case 'board':
      return lineOf(input, input.meeting.boards[omission.boardId]?.titleId).text
    case 'agendaTitle':
      return lineOf(input, input.meeting.agenda.find(({ itemId }) => itemId === omission.itemId)?.titleId).text
    case 'card':
    case 'linkedCase':
      return input.boards[omission.boardId]?.find(({ id }) => id === omission.cardId)?.title ?? ''
    case 'people':
    case 'contact':
      return ''
  }
}
