/** What a report is made from: values that were read before, no documents, no store, no clock. */
import type { ContentText, Joined } from '../../shared/contracts/events.ts'
import type { BoardId, CaseId, ContentId } from '../../shared/contracts/ids.ts'
import type { Language } from '../../shared/contracts/terms.ts'
import type { Card } from '../../shared/documents/boardDocument.ts'
import type { CaseValue } from '../../shared/documents/caseDocument.ts'
import type { MeetingState } from '../../shared/proceedings/state.ts'
import type { TemplateSection } from '../../shared/vocabulary/vocabulary.ts'
import { onOneLine } from './legible.ts'
import type { Attribution, ReportRun } from './reportTree.ts'

/** A case as `readCase` gives it. */
export type CaseContent = { section: TemplateSection; values: CaseValue[] }[]

export interface ReportInput {
  meeting: MeetingState
  content: Joined['content']
  /** Only countries are read from it, and only to count them. */
  people: Joined['people']
  /** What the released cases say; nothing else is read, so the others need not be loaded. */
  cases: Record<CaseId, CaseContent>
  /** The cards of every board in order, as `readCards` gives them. */
  boards: Record<BoardId, Card[]>
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
  return { text: onOneLine(text), ...(language !== undefined && language !== input.language ? { language } : {}) }
}
