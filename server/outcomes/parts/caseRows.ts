/** Tables and repeated groups of a case (items, persons by their codes, charges, sources), as tables of the report. */
import type { Language } from '../../../shared/contracts/terms.ts'
import type { CaseRow } from '../../../shared/documents/caseRows.ts'
import type { TemplateField } from '../../../shared/vocabulary/vocabulary.ts'
import type { ReportRun, Table } from '../reportTree.ts'
import { weightsOf } from './columns.ts'
import { valueWords } from './valueWords.ts'

/** Columns in which nobody wrote anything are left out: they would only make the others narrower. */
export function rowsTable(columns: TemplateField[], rows: CaseRow[], language: Language): Table {
  const used = columns.filter(({ id }) => rows.some((row) => row.cells[id] !== undefined))
  const cells = rows.map((row) => used.map((column) => cellOf(column, row, language)))
  const columnTexts = used.map(({ label }, index) => ({
    title: label[language],
    texts: cells.map((row) => row[index]?.text ?? ''),
  }))
  const weights = weightsOf(columnTexts)
  return {
    kind: 'table',
    caption: '',
    columns: used.map(({ label, type }, index) => {
      const numeric = type === 'number' ? { numeric: true as const } : {}
      return { title: label[language], weight: weights[index] ?? 1, ...numeric }
    }),
    rows: cells.map((row) => row.map((run) => [run])),
  }
}

function cellOf(column: TemplateField, { cells }: CaseRow, language: Language): ReportRun {
  const value = cells[column.id]
  return value === undefined ? { text: '—' } : valueWords(column, value, language)
}
