/**
 * The report as Markdown (GitHub's flavour: tables and struck text). It is built as a syntax tree and written by a
 * library, so that what people typed can never become markup. The mark stands first and last.
 */
import type { BlockContent, Heading, Paragraph, Table as TableNode } from 'mdast'
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { spoken, struck, text } from './markdownHandlers.ts'
import { phrasing, phrasingOnOneLine } from './markdownRuns.ts'
import type { Report, ReportBlock, ReportRun, Table } from './reportTree.ts'
import { wordsOf } from './words.ts'

export function renderMarkdown(report: Report): string {
  const { colon } = wordsOf(report.language)
  const mark = paragraph([{ text: report.marking, bold: true }])
  const parts = report.parts.flatMap((part) => [
    ...(part.kind === 'section' ? [heading(2, [{ text: part.title }])] : []),
    ...part.blocks.flatMap((block) => nodesOf(block, colon)),
  ])
  const title = [heading(1, [{ text: report.title }]), paragraph([{ text: report.subtitle }])]
  return toMarkdown(
    { type: 'root', children: [mark, ...title, ...parts, mark] },
    {
      bullet: '-',
      // A word in bold beside one in italics: `_a_**b**` can be told apart, `*a***b**` cannot.
      emphasis: '_',
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()],
      handlers: { delete: struck, spoken, text },
    },
  )
}

function nodesOf(block: ReportBlock, colon: string): (BlockContent | Heading)[] {
  switch (block.kind) {
    case 'heading':
      // The report's title is the only heading of the first level, so all in it stands one lower.
      return [heading(block.level + 1, block.runs)]
    case 'paragraph':
      return [paragraph(block.runs)]
    case 'quote':
      return [{ type: 'blockquote', children: [paragraph(block.runs)] }]
    case 'code':
      return [{ type: 'code', value: block.runs.map((run) => run.text).join('') }]
    case 'list':
      return [
        list(
          block.ordered,
          block.items.map((item) => item.flatMap((inner) => nodesOf(inner, colon))),
        ),
      ]
    case 'definitions':
      return [
        list(
          false,
          block.rows.map(({ term, runs }) => [paragraph([{ text: `${term}${colon}`, bold: true }, ...runs])]),
        ),
      ]
    case 'table':
      return [...(block.caption === '' ? [] : [paragraph([{ text: block.caption, italic: true }])]), table(block)]
  }
}

/** Markdown has six levels. */
function heading(level: number, runs: ReportRun[]): Heading {
  return { type: 'heading', depth: Math.min(level, 6) as Heading['depth'], children: phrasingOnOneLine(runs) }
}

function paragraph(runs: ReportRun[]): Paragraph {
  return { type: 'paragraph', children: phrasing(runs) }
}

function list(ordered: boolean, items: BlockContent[][]): BlockContent {
  return {
    type: 'list',
    ordered,
    spread: false,
    children: items.map((children) => ({ type: 'listItem', spread: children.length > 1, children })),
  }
}

function table({ columns, rows }: Table): TableNode {
  const cells = [columns.map(({ title }): ReportRun[] => [{ text: title }]), ...rows]
  return {
    type: 'table',
    align: columns.map((column) => (column.numeric ? 'right' : null)),
    children: cells.map((row) => ({
      type: 'tableRow',
      children: row.map((runs) => ({ type: 'tableCell', children: phrasingOnOneLine(runs.map(withoutCode)) })),
    })),
  }
}

/** In a cell, code that holds a backslash before a pipe cannot be written. */
function withoutCode({ code, ...run }: ReportRun): ReportRun {
  return run
}
