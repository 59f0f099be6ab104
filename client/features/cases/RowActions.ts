/**
 * What a person does with the rows of one table, as one object that stays the same while the table is shown: it writes
 * to the document and brings back what was removed here. Where the focus goes is the components'.
 */
import * as Y from 'yjs'
import {
  addRow,
  ensureCellText,
  moveRow,
  type RowsPlace,
  removeRow,
  rowsOf,
  setCell,
} from '../../../shared/documents/caseRows.ts'
import type { FieldValue } from '../../../shared/documents/caseValues.ts'
import { newId } from '../../lib/ids.ts'

export class RowActions {
  readonly #doc: Y.Doc
  readonly #place: RowsPlace
  /** Marks our removals: they alone can be undone here, one by one. */
  readonly #removal = {}
  readonly #removals: Y.UndoManager

  constructor(doc: Y.Doc, place: RowsPlace) {
    this.#doc = doc
    this.#place = place
    const trackedOrigins = new Set([this.#removal])
    this.#removals = new Y.UndoManager(rowsOf(doc, place.section), { trackedOrigins, captureTimeout: 0 })
  }

  add(): string {
    const rowId = newId()
    addRow(this.#doc, this.#place, rowId)
    return rowId
  }

  move(rowId: string, direction: 'up' | 'down'): void {
    moveRow(this.#doc, this.#place, rowId, direction)
  }

  remove(rowId: string): void {
    this.#doc.transact(() => removeRow(this.#doc, this.#place, rowId), this.#removal)
  }

  /** Brings the row that was removed last back to its place, with what stood in it. */
  undoRemoval(): void {
    this.#removals.undo()
  }

  setCell(rowId: string, column: string, value: FieldValue | null): void {
    setCell(this.#doc, this.#place.section, rowId, column, value)
  }

  /** Makes a cell writable that its row was made without. */
  openCell(rowId: string, column: string): void {
    ensureCellText(this.#doc, this.#place.section, rowId, column)
  }

  dispose(): void {
    this.#removals.destroy()
  }
}
