/**
 * Tables of Word with fixed layout and widths in twips, given to the grid and to every cell: Word, LibreOffice and
 * viewers that read only one of them then agree. The head is repeated on each page; rows are not cut in two.
 */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Column, Table as ReportTable } from '../reportTree.ts'
import { docxRuns } from './runs.ts'
import { colors, styleIds, textWidth } from './styles.ts'

export function docxTable({ columns, rows, headless }: ReportTable): Table {
  const columnWidths = widthsOf(columns)
  const cell = (index: number, content: IParagraphOptions, shaded: boolean) =>
    new TableCell({
      width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
      ...(shaded ? { shading: { fill: colors.wash } } : {}),
      children: [new Paragraph({ ...alignmentOf(columns[index]), ...content })],
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, index) => {
      return cell(index, { style: styleIds.tableHead, children: [new TextRun(title)] }, true)
    }),
  })
  const body = rows.map((row) => {
    const children = row.map((runs, index) => {
      return cell(index, { style: styleIds.tableText, children: docxRuns(runs) }, false)
    })
    return new TableRow({ cantSplit: true, children })
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    margins: { left: 100, right: 100 },
    borders,
    rows: headless ? body : [head, ...body],
  })
}

/** Whole twips in proportion to the weights that add up to the text's width. */
export function widthsOf(columns: Column[]): number[] {
  const total = columns.reduce((sum, column) => sum + column.weight, 0)
  let used = 0
  let weight = 0
  return columns.map((column) => {
    weight += column.weight
    const width = Math.round((textWidth * weight) / total) - used
    used += width
    return width
  })
}

function alignmentOf(column: Column | undefined): IParagraphOptions {
  return column?.numeric ? { alignment: AlignmentType.RIGHT } : {}
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: colors.rule }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = { top: rule, bottom: rule, insideHorizontal: rule, left: none, right: none, insideVertical: none }
