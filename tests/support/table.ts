/**
 * Tables of expectations that people write and read: comma-separated, the first row names the columns, spaces align
 * them, a line that begins with `#` is a remark. Nothing is quoted, so no cell holds a comma.
 */
import { readFileSync } from 'node:fs'

export type Row = Record<string, string>

export function readTable(file: string): Row[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
  const [head = [], ...rows] = lines.map((line) => line.split(',').map((cell) => cell.trim()))
  return rows.map((cells) => {
    if (cells.length !== head.length) throw new Error(`${file}: "${cells.join(',')}" has not ${head.length} cells`)
    return Object.fromEntries(head.map((column, at) => [column, cells[at] ?? '']))
  })
}

/** A cell that must be there. */
export function cellOf(row: Row, column: string): string {
  const cell = row[column]
  if (cell === undefined || cell === '') throw new Error(`no ${column} in ${JSON.stringify(row)}`)
  return cell
}
