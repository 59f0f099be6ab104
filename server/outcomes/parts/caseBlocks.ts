/** What a case says, as blocks of a report: labels and headings in the report's language, its own words as written. */
import type { Language } from '../../../shared/contracts/terms.ts'
import type { CaseField, CaseValue } from '../../../shared/documents/caseDocument.ts'
import { type Block, isBlank, type Run, type TableCell } from '../../../shared/documents/richText.ts'
import { labelOf, listTitle } from '../../../shared/vocabulary/vocabulary.ts'
import type { CaseContent } from '../reportInput.ts'
import type { Definition, HeadingLevel, ReportBlock, ReportRun } from '../reportTree.ts'
import { wordsOf } from '../words.ts'

/** Word and Markdown both have six levels of headings. */
const deepestHeading = 6

/** The sections of the template in its order; one without content is left out. */
export function sectionsOf(content: CaseContent, headingLevel: HeadingLevel, language: Language): ReportBlock[] {
  return content.flatMap(({ section, values }) => {
    const blocks = valuesOf(values, headingLevel, language)
    if (blocks.length === 0) return []
    return [{ kind: 'heading', level: headingLevel, runs: [{ text: section.title[language] }] }, ...blocks]
  })
}

/** The values of one section: its lines and chosen terms together first, then its text, whose headings stand below. */
export function valuesOf(values: CaseValue[], headingLevel: HeadingLevel, language: Language): ReportBlock[] {
  const rows = values.flatMap((value) => definitionOf(value, language))
  const text = values.flatMap((value) => (value.kind === 'richText' && !isBlank(value.blocks) ? value.blocks : []))
  return [
    ...(rows.length === 0 ? [] : [{ kind: 'definitions' as const, rows }]),
    ...text.map((block) => blockOf(block, headingLevel + 1 - highestHeading(text))),
  ]
}

function definitionOf(value: CaseValue, language: Language): Definition[] {
  switch (value.kind) {
    case 'text':
      return [{ term: labelOfField(value.field, language), runs: [{ text: value.text }] }]
    case 'tags': {
      const { field, ids } = value
      const terms = ids.map((id) => labelOf(field.list, id, language))
      return [{ term: labelOfField(field, language), runs: [{ text: terms.join(wordsOf(language).semicolon) }] }]
    }
    case 'value':
    case 'richText':
    case 'rows':
      return []
  }
}

function labelOfField(field: CaseField & { kind: 'text' | 'tags' }, language: Language): string {
  if (field.kind === 'text') return field.template.label[language]
  return field.template?.label[language] ?? listTitle(field.list, language)
}

/** The highest level that a text uses for its headings; it becomes the first below the section's own. */
function highestHeading(blocks: Block[]): number {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? block.level : []))
  return levels.length === 0 ? 1 : Math.min(...levels)
}

function blockOf(block: Block, lowerBy: number): ReportBlock {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(deepestHeading, Math.max(block.level + lowerBy, 2)) as HeadingLevel
      return { kind: 'heading', level, runs: block.runs.map(runOf) }
    }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((inner) => blockOf(inner, lowerBy))) }
    case 'table':
      return { kind: 'list', ordered: false, items: block.rows.map((row) => cellBlocks(row, lowerBy)) }
    default:
      return { kind: block.kind, runs: block.runs.map(runOf) }
  }
}

function cellBlocks(row: TableCell[], lowerBy: number): ReportBlock[] {
  return row.flatMap(({ blocks }) => blocks.map((block) => blockOf(block, lowerBy)))
}

const linkProtocols: readonly string[] = ['http:', 'https:', 'mailto:']

/** A link leads to a page or a mailbox; anything else (scripts, files of the computer) stays as text only. */
function runOf({ link, ...run }: Run): ReportRun {
  const url = link !== undefined && URL.canParse(link) ? new URL(link) : null
  return url && linkProtocols.includes(url.protocol) ? { ...run, link: url.href } : run
}
