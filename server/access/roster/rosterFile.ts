/**
 * A list of people as a file: its bytes as rows of cells under the columns that are known here. It knows what such files
 * look like (separators, a mark at the beginning, headers in four languages) and nothing of what a cell may say.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { limits } from '../../../shared/contracts/limits.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { folded } from './folded.ts'

export const rosterColumns = ['name', 'role', 'function', 'country', 'agency', 'language'] as const
export type RosterColumn = (typeof rosterColumns)[number]

export interface RosterLine {
  /** Where it stands in the file, counted from 1 as spreadsheets count. */
  line: number
  cells: Partial<Record<RosterColumn, string>>
  /** It has cells beyond the last column: a separator within a name, most often. */
  isTooLong: boolean
}

/** What people write above a column. Folded; what differs only in case and accents stands here once. */
const headers: Record<RosterColumn, readonly string[]> = {
  name: [
    'name',
    'full name',
    'nombre',
    'nombre completo',
    'nombre y apellidos',
    'nome',
    'nome completo',
    'nom',
    'nom complet',
  ],
  role: ['role', 'rol', 'papel'],
  function: ['function', 'funcion', 'funcao', 'fonction'],
  country: ['country', 'pais', 'pays', 'state', 'estado', 'etat'],
  agency: ['agency', 'institution', 'institucion', 'instituicao', 'agencia', 'organismo', 'organisme', 'organization'],
  language: ['language', 'idioma', 'lengua', 'lingua', 'langue'],
}

/** Throws the problem that says what is wrong with the file as a whole. */
export function readRosterFile(file: Uint8Array): RosterLine[] {
  const text = decoded(file)
  const [head, ...rows] = recordsOf(text, separatorOf(text))
  if (!head)
    throw refusal('The list is empty: give a first row with the names of the columns, then one row per person.')
  const columns = columnsOf(head.cells)
  if (rows.length === 0) throw refusal('The list has a first row and nobody below it.')
  if (rows.length > limits.invitationsPerCall) {
    throw new ProblemError(
      'too-large',
      `The list has ${rows.length} people: send at most ${limits.invitationsPerCall}.`,
    )
  }
  return rows.map(({ line, cells }) => ({
    line,
    isTooLong: cells.slice(columns.length).some((cell) => cell !== ''),
    cells: Object.fromEntries(
      cells.flatMap((cell, at) => {
        const column = columns[at]
        return column && cell !== '' ? [[column, cell]] : []
      }),
    ),
  }))
}

function decoded(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    throw refusal('The file is not UTF-8: in the spreadsheet, save it as "CSV UTF-8".')
  }
}

/** The separator that stands most often in the first row, outside quotes. */
function separatorOf(text: string): string {
  const [head = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1)
  const count = (separator: string) => head.split(separator).length
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}

function recordsOf(text: string, delimiter: string): { line: number; cells: string[] }[] {
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      trim: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw refusal(`The list cannot be read as CSV near line ${error.lines ?? 1}: check the quotation marks there.`)
  }
}

function columnsOf(head: string[]): (RosterColumn | undefined)[] {
  const columns = head.map((header) => rosterColumns.find((column) => headers[column].includes(folded(header))))
  const twice = rosterColumns.find((column) => columns.filter((known) => known === column).length > 1)
  if (twice) throw refusal(`The column "${twice}" stands twice in the first row.`)
  const unknown = head.filter((header, at) => header !== '' && columns[at] === undefined)
  if (unknown.length > 0) {
    const errors = unknown.map((header) => ({ path: header, message: `is none of ${rosterColumns.join(', ')}` }))
    throw refusal('The first row names columns that are not known here: rename or remove them.', errors)
  }
  if (!columns.includes('name')) throw refusal('The first row has no column "name".')
  return columns
}

function refusal(detail: string, errors?: { path: string; message: string }[]): ProblemError {
  return new ProblemError('invalid-request', detail, errors)
}
