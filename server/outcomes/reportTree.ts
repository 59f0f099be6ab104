/**
 * The report as a typed tree: parts that hold blocks that hold runs. Every format is made of this and of nothing else,
 * so what is not in the tree is in no drawn file. It knows no file format.
 */
import type { AgendaItemId, BoardId, CaseId } from '../../shared/contracts/ids.ts'
import type { Attribution, Language, Marking, UnLevel } from '../../shared/contracts/terms.ts'
import type { Run } from '../../shared/documents/richText.ts'

/** Text of one look; `\n` in it is a line break. `language` is set where it is known not to be the report's own. */
export interface ReportRun extends Run {
  language?: Language
}

/** Level 1 is a part's own title, so headings in a part begin at 2. */
export type HeadingLevel = 2 | 3 | 4 | 5 | 6

export interface Column {
  title: string
  /** Share of the width, relative to the table's other columns. */
  weight: number
  /** Numbers stand at the right. */
  numeric?: true
}

export interface Table {
  kind: 'table'
  caption: string
  columns: Column[]
  /** A table whose author gave it no head: its columns have no titles. */
  headless?: true
  /** Each row has one cell per column. */
  rows: ReportRun[][][]
}

export interface Definition {
  term: string
  runs: ReportRun[]
}

export type ReportBlock =
  | { kind: 'heading'; level: HeadingLevel; runs: ReportRun[] }
  | { kind: 'paragraph' | 'quote' | 'code'; runs: ReportRun[] }
  | { kind: 'list'; ordered: boolean; items: ReportBlock[][] }
  | { kind: 'definitions'; rows: Definition[] }
  | Table

export interface ReportPart {
  /** Its id in the report outline of the vocabulary. */
  id: string
  /** A cover stands under the report's title and shows no heading of its own. */
  kind: 'cover' | 'section'
  title: string
  blocks: ReportBlock[]
}

/** What was left out of a report, and why: what the rapporteur is told before handing it in. */
export type Omission =
  | { kind: 'case'; caseId: CaseId; reason: 'not-cleared' | 'marking' | 'damaged' }
  | { kind: 'board'; boardId: BoardId; reason: 'damaged' }
  | { kind: 'agendaTitle'; itemId: AgendaItemId; reason: 'may-name-withheld-case' }
  | { kind: 'card'; boardId: BoardId; cardId: string; reason: 'empty' | 'marking' | 'may-name-withheld-case' }
  /** A card is in, but not that it comes from this case. */
  | { kind: 'linkedCase'; boardId: BoardId; cardId: string; reason: 'case-withheld' }
  | { kind: 'people' | 'contact'; reason: 'attribution' }

export interface Report {
  title: string
  /** What kind of document this is, under the title. */
  subtitle: string
  language: Language
  /** The strictest mark of what is in it. */
  marking: Marking
  /** The meeting's classification by the United Nations, apart from the mark. */
  unLevel: UnLevel
  attribution: Attribution
  /** When it was made, in ms since the epoch. */
  generatedAt: number
  /** In the order of the outline; those without a source are absent. */
  parts: ReportPart[]
  omitted: Omission[]
}
