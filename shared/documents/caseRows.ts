/**
 * Rows of a case's tables and repeated groups (items, persons, charges, sources). A row is a map of its cells, so two
 * people work in two cells of one row at once; texts merge letter by letter, values are replaced whole. `order` is a
 * fractional index: a row moves without touching its neighbours, and two rows added at once both stay.
 */
import { generateKeyBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import type { TemplateField } from '../vocabulary/vocabulary.ts'
import { type FieldValue, isValueType, parseValue } from './caseValues.ts'
import { type Origin, originOfEntry, originsOfText } from './origins.ts'

export interface RowsPlace {
  section: string
  columns: readonly TemplateField[]
}

export interface CaseRow {
  id: string
  /** By column; an empty cell is absent. */
  cells: Record<string, FieldValue>
}

/** Where the rows of a section stand, by their id. */
export function rowsOf(doc: Y.Doc, section: string): Y.Map<unknown> {
  return doc.getMap(`rows:${section}`)
}

/** Whether a column holds words that are written, not a value that is chosen. */
export function isTextColumn({ type }: TemplateField): boolean {
  return type === 'text' || type === 'url'
}

/** The rows in order; equal positions (two people at once) are settled by id. A row that says nothing is in it too. */
export function readRows(doc: Y.Doc, { section, columns }: RowsPlace): CaseRow[] {
  return inOrder(rowsOf(doc, section)).map(({ id, row }) => ({
    id,
    cells: Object.fromEntries(
      columns.flatMap((column) => {
        const cell = readCell(row, column)
        return cell === null ? [] : [[column.id, cell] as const]
      }),
    ),
  }))
}

function readCell(row: Y.Map<unknown>, column: TemplateField): FieldValue | null {
  const raw = row.get(column.id)
  if (isTextColumn(column)) return (raw instanceof Y.Text ? raw.toString().trim() : '') || null
  return isValueType(column.type) ? parseValue(column.type, raw) : null
}

/** Adds an empty row at the end. `rowId` is new and comes from the caller. */
export function addRow(doc: Y.Doc, { section, columns }: RowsPlace, rowId: string): void {
  doc.transact(() => {
    const row = new Y.Map<unknown>()
    // Made with the row: two texts made later by two people would leave only one of both.
    for (const column of columns) if (isTextColumn(column)) row.set(column.id, new Y.Text())
    const rows = rowsOf(doc, section)
    row.set('order', orderAt(ordersOf(rows), rows.size))
    rows.set(rowId, row)
  })
}

export function removeRow(doc: Y.Doc, { section }: Pick<RowsPlace, 'section'>, rowId: string): void {
  rowsOf(doc, section).delete(rowId)
}

/** Moves a row by one place; a row that is gone stays gone. */
export function moveRow(
  doc: Y.Doc,
  { section }: Pick<RowsPlace, 'section'>,
  rowId: string,
  direction: 'up' | 'down',
): void {
  doc.transact(() => {
    const rows = rowsOf(doc, section)
    const row = rows.get(rowId)
    if (!(row instanceof Y.Map)) return
    const index = inOrder(rows).findIndex(({ id }) => id === rowId)
    const target = direction === 'up' ? Math.max(0, index - 1) : index + 1
    row.set('order', orderAt(ordersOf(rows, rowId), target))
  })
}

/** Sets the value of a cell; null empties it. Nothing happens to a row that is gone. */
export function setCell(doc: Y.Doc, section: string, rowId: string, column: string, value: FieldValue | null): void {
  const row = rowsOf(doc, section).get(rowId)
  if (!(row instanceof Y.Map)) return
  if (value === null) row.delete(column)
  else row.set(column, value)
}

/** The text of a cell, to bind an input to; null when the row is gone or the cell has no such shape. */
export function cellText(doc: Y.Doc, section: string, rowId: string, column: string): Y.Text | null {
  const row = rowsOf(doc, section).get(rowId)
  const text = row instanceof Y.Map ? row.get(column) : null
  return text instanceof Y.Text ? text : null
}

/** Where what a cell says comes from. */
export function originsOfCell(doc: Y.Doc, section: string, rowId: string, column: string): Origin[] {
  const row = rowsOf(doc, section).get(rowId)
  const value = row instanceof Y.Map ? row.get(column) : undefined
  if (value instanceof Y.Text) return originsOfText(value)
  const origin = row instanceof Y.Map ? originOfEntry(row, column) : null
  return origin ? [origin] : []
}

/** Gives rows that were made before their template had a column the text for it: before somebody writes, not by looking. */
export function ensureCellText(doc: Y.Doc, section: string, rowId: string, column: string): void {
  const row = rowsOf(doc, section).get(rowId)
  if (row instanceof Y.Map && !(row.get(column) instanceof Y.Text)) row.set(column, new Y.Text())
}

interface PlacedRow {
  id: string
  order: string
  row: Y.Map<unknown>
}

function inOrder(rows: Y.Map<unknown>): PlacedRow[] {
  return [...rows.entries()]
    .flatMap(([id, row]): PlacedRow[] => {
      const order = row instanceof Y.Map ? row.get('order') : null
      return row instanceof Y.Map && typeof order === 'string' ? [{ id, order, row }] : []
    })
    .sort((a, b) => compare(a.order, b.order) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

function ordersOf(rows: Y.Map<unknown>, except?: string): string[] {
  return inOrder(rows).flatMap(({ id, order }) => (id !== except && isOrderKey(order) ? order : []))
}

function orderAt(orders: readonly string[], target: number): string {
  const before = orders[target - 1] ?? (target > orders.length ? orders.at(-1) : undefined) ?? null
  // Rows added by two people at once can share a position: then the next different one bounds the gap.
  const after = orders.slice(target).find((order) => before === null || order > before) ?? null
  return generateKeyBetween(before, after)
}

function isOrderKey(order: string): boolean {
  try {
    generateKeyBetween(order, null)
    return true
  } catch {
    return false
  }
}
