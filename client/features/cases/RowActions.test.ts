import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { cellText, readRows } from '../../../shared/documents/caseRows.ts'
import { RowActions } from './RowActions.ts'

const label = { es: 'a', en: 'a', pt: 'a', fr: 'a' }
const place = {
  section: 'items',
  columns: [
    { id: 'model', label, type: 'text' },
    { id: 'quantity', label, type: 'number' },
  ],
}

test('a removed row comes back to its place with all that stood in it', () => {
  const doc = new Y.Doc()
  const actions = new RowActions(doc, place)
  const [first, second] = [actions.add(), actions.add()]
  cellText(doc, 'items', first, 'model')?.insert(0, '9 mm')
  actions.setCell(first, 'quantity', 64)
  const before = readRows(doc, place)
  actions.remove(first)
  expect(readRows(doc, place).map(({ id }) => id)).toEqual([second])
  actions.undoRemoval()
  expect(readRows(doc, place)).toEqual(before)
  actions.dispose()
})

test('only what was removed here is brought back', () => {
  const doc = new Y.Doc()
  const actions = new RowActions(doc, place)
  const rowId = actions.add()
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
  const other = new RowActions(theirs, place)
  other.remove(rowId)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
  actions.undoRemoval()
  expect(readRows(doc, place)).toEqual([])
  actions.dispose()
  other.dispose()
})
