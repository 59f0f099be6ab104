/** Text that people wrote with the editor, as blocks of a report: as written, with headings below those around it. */
import type { Block, TableCell } from '../../../shared/documents/richText.ts'
import { onOneLine } from '../legible.ts'
import { type ReportInput, spokenIn } from '../reportInput.ts'
import type { HeadingLevel, ReportBlock, ReportRun, Table } from '../reportTree.ts'
import { weightsOf } from './columns.ts'

/** Word and Markdown both have six levels of headings. */
const deepestHeading = 6

type InLanguage = Pick<ReportInput, 'language'>

/** `headingLevel` is that of the heading over the text. */
export function richBlocks(text: Block[], headingLevel: HeadingLevel, report: InLanguage): ReportBlock[] {
  const lowerBy = headingLevel + 1 - highestHeading(text)
  return text.flatMap((block) => blockOf(block, lowerBy, report))
}

/** The highest level that a text uses for its headings; it becomes the first below the section's own. */
function highestHeading(blocks: Block[]): number {
  const levels = blocks.flatMap((block) => (block.kind === 'heading' ? block.level : []))
  return levels.length === 0 ? 1 : Math.min(...levels)
}

function blockOf(block: Block, lowerBy: number, report: InLanguage): ReportBlock[] {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(deepestHeading, Math.max(block.level + lowerBy, 2)) as HeadingLevel
      return [{ kind: 'heading', level, runs: runsOf(block, report) }]
    }
    case 'list': {
      const items = block.items.map((item) => item.flatMap((inner) => blockOf(inner, lowerBy, report)))
      return [{ ...block, items }]
    }
    case 'table':
      return tableOf(block.rows, report)
    default:
      return [{ kind: block.kind, runs: runsOf(block, report) }]
  }
}

/** Rows can have fewer cells than others: merged ones count once. */
function tableOf(rows: TableCell[][], report: InLanguage): Table[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0) return []
  const cells = rows.map((row) => Array.from({ length: width }, (_, index) => cellRuns(row[index], report)))
  const hasHead = rows.length > 1 && (rows[0]?.every((cell) => cell.isHeader) ?? false)
  const body = hasHead ? cells.slice(1) : cells
  const columns = Array.from({ length: width }, (_, index) => ({
    title: hasHead ? onOneLine(textOf(cells[0]?.[index] ?? [])) : '',
    texts: body.map((row) => textOf(row[index] ?? [])),
  }))
  const weights = weightsOf(columns)
  return [
    {
      kind: 'table',
      caption: '',
      columns: columns.map(({ title }, index) => ({ title, weight: weights[index] ?? 1 })),
      rows: body,
      ...(hasHead ? {} : { headless: true }),
    },
  ]
}

function textOf(runs: ReportRun[]): string {
  return runs.map((run) => run.text).join('')
}

/** What stands in a cell, a line for each block of it. */
function cellRuns(cell: TableCell | undefined, report: InLanguage): ReportRun[] {
  return linesOf(cell?.blocks ?? [], report).flatMap((runs, index) => (index === 0 ? runs : [{ text: '\n' }, ...runs]))
}

function linesOf(blocks: Block[], report: InLanguage): ReportRun[][] {
  return blocks.flatMap((block): ReportRun[][] => {
    switch (block.kind) {
      case 'list':
        return block.items.flatMap((item) => linesOf(item, report).map((runs) => [{ text: '• ' }, ...runs]))
      case 'table':
        return block.rows.flatMap((row) => row.flatMap((cell) => linesOf(cell.blocks, report)))
      default:
        return [runsOf(block, report)]
    }
  })
}

type TextBlock = Exclude<Block, { kind: 'list' | 'table' }>

function runsOf(block: TextBlock, report: InLanguage): ReportRun[] {
  return block.runs.map(({ link, ...run }) => ({ ...run, ...linkTo(link), ...spokenIn(report, block.language) }))
}

const linkProtocols: readonly string[] = ['http:', 'https:', 'mailto:']

/** A link leads to a page or a mailbox; anything else (scripts, files of the computer) stays as text only. */
export function linkTo(address: string | undefined): Pick<ReportRun, 'link'> {
  const url = address !== undefined && URL.canParse(address) ? new URL(address) : null
  return url && linkProtocols.includes(url.protocol) ? { link: url.href } : {}
}
