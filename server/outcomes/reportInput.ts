/** What a report is made from: values that were read before, no documents, no store, no clock. */
import type { ContentText, Joined } from '../../shared/contracts/events.ts'
import type { BoardId, CaseId, ContentId, ParticipantId } from '../../shared/contracts/ids.ts'
import type { Attribution, Language } from '../../shared/contracts/terms.ts'
import type { Card } from '../../shared/documents/boardDocument.ts'
import type { CardValue } from '../../shared/documents/cardValues.ts'
import type { CaseSectionContent } from '../../shared/documents/caseDocument.ts'
import { onOneLine } from './legible.ts'
import type { ReportMeeting } from './release.ts'
import type { ReportRun } from './reportTree.ts'

/** A card with all that it says, as `readCards` and `readCardFields` give them. */
export interface CardContent extends Card {
  values: CardValue[]
}

/** A day of the meeting's own calendar, `2021-12-13`. */
export interface DayAttended {
  day: string
  participantIds: readonly ParticipantId[]
}

export interface ReportInput {
  meeting: ReportMeeting
  content: Joined['content']
  /** As `attribution` lets them be seen: what it hides is not here, so no part and no format can say it. */
  people: Joined['people']
  /** From how many countries people came: a number is said under any attribution. */
  countryCount: number
  /** Who was there on which day, in the order of days. Ids alone: whether they are named is the attribution's. */
  attendance: readonly DayAttended[]
  /** What the released cases say; nothing else is read, so the others need not be loaded. */
  cases: Record<CaseId, CaseSectionContent[]>
  /** The cards of every board in order. */
  boards: Record<BoardId, CardContent[]>
  language: Language
  attribution: Attribution
  /** Ids of report parts; all of them without it. */
  include?: readonly string[]
  /** Now, in ms since the epoch. */
  generatedAt: number
}

/** A text that somebody typed; one that was scrubbed is empty. */
function textOf(input: ReportInput, contentId: ContentId | null | undefined): ContentText {
  return (contentId && input.content[contentId]) || { text: '' }
}

/** Such a text as one line, in the language of its author where that is another than the report's. */
export function lineOf(input: ReportInput, contentId: ContentId | null | undefined): ReportRun {
  const { text, language } = textOf(input, contentId)
  return { text: onOneLine(text), ...spokenIn(input, language) }
}

/** The language of a passage, where it is known to be another than the report's. */
export function spokenIn(
  report: Pick<ReportInput, 'language'>,
  language: Language | null | undefined,
): Pick<ReportRun, 'language'> {
  return language && language !== report.language ? { language } : {}
}

/** Whether a part was asked for. */
export function isAsked({ include }: Pick<ReportInput, 'include'>, partId: string): boolean {
  return include === undefined || include.includes(partId)
}
