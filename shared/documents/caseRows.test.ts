import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addRow, cellText, ensureCellText, moveRow, readRows, removeRow, rowsOf, setCell } from './caseRows.ts'

const label = { es: 'a', en: 'a', pt: 'a', fr: 'a' }
const place = {
  section: 'items',
  columns: [
    { id: 'model', label, type: 'text' },
    { id: 'quantity', label, type: 'number' },
  ],
}

function docWith(...ids: string[]): Y.Doc {
  const doc = new Y.Doc()
  for (const id of ids) addRow(doc, place, id)
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}

const idsOf = (doc: Y.Doc) => readRows(doc, place).map(({ id }) => id)

test('rows come in the order in which they were added, with their cells', () => {
  const doc = docWith('a', 'b')
  cellText(doc, 'items', 'a', 'model')?.insert(0, ' 9 mm ')
  setCell(doc, 'items', 'a', 'quantity', 64)
  expect(readRows(doc, place)).toEqual([
    { id: 'a', cells: { model: '9 mm', quantity: 64 } },
    { id: 'b', cells: {} },
  ])
})

test('a row moves up and down and stays at the ends', () => {
  const doc = docWith('a', 'b', 'c')
  moveRow(doc, place, 'c', 'up')
  expect(idsOf(doc)).toEqual(['a', 'c', 'b'])
  moveRow(doc, place, 'a', 'down')
  expect(idsOf(doc)).toEqual(['c', 'a', 'b'])
  moveRow(doc, place, 'c', 'up')
  moveRow(doc, place, 'b', 'down')
  expect(idsOf(doc)).toEqual(['c', 'a', 'b'])
})

test('two people add a row at once: both stay, in the same order for both, and can be moved', () => {
  const alice = docWith('a')
  const bob = copyOf(alice)
  addRow(alice, place, 'x')
  addRow(bob, place, 'y')
  exchange(alice, bob)
  expect(idsOf(alice)).toEqual(idsOf(bob))
  expect(new Set(idsOf(alice))).toEqual(new Set(['a', 'x', 'y']))
  moveRow(alice, place, idsOf(alice)[2] ?? '', 'up')
  moveRow(alice, place, idsOf(alice)[0] ?? '', 'down')
  expect(idsOf(alice)).toHaveLength(3)
})

test('two people write in two cells of one row and in one text: all of it stays', () => {
  const alice = docWith('a')
  const bob = copyOf(alice)
  cellText(alice, 'items', 'a', 'model')?.insert(0, 'pistol')
  cellText(bob, 'items', 'a', 'model')?.insert(0, '9 mm ')
  setCell(bob, 'items', 'a', 'quantity', 7)
  exchange(alice, bob)
  const [row] = readRows(alice, place)
  expect(row).toEqual(readRows(bob, place)[0])
  expect(row?.cells.quantity).toBe(7)
  expect(row?.cells.model).toContain('pistol')
  expect(row?.cells.model).toContain('9 mm')
})

test('a row that is removed while another writes in it or moves it stays removed for both', () => {
  const alice = docWith('a', 'b')
  const bob = copyOf(alice)
  removeRow(alice, place, 'a')
  cellText(bob, 'items', 'a', 'model')?.insert(0, 'late words')
  moveRow(bob, place, 'a', 'down')
  exchange(alice, bob)
  expect(idsOf(alice)).toEqual(['b'])
  expect(idsOf(bob)).toEqual(['b'])
  setCell(alice, 'items', 'a', 'quantity', 1)
  expect(cellText(alice, 'items', 'a', 'model')).toBeNull()
  expect(idsOf(alice)).toEqual(['b'])
})

test('what is not a row is not shown and hurts nobody', () => {
  const doc = docWith('a')
  rowsOf(doc, 'items').set('odd', 'a string')
  rowsOf(doc, 'items').set('half', new Y.Map())
  rowsOf(doc, 'items').set('broken', new Y.Map<unknown>([['order', '!!']]))
  setCell(doc, 'items', 'a', 'quantity', 'many')
  addRow(doc, place, 'b')
  expect(readRows(doc, place).filter(({ id }) => id !== 'broken')).toEqual([
    { id: 'a', cells: {} },
    { id: 'b', cells: {} },
  ])
})

test('a column that the template got later is written in like the others', () => {
  const doc = docWith()
  addRow(doc, { section: 'items', columns: [] }, 'old')
  expect(cellText(doc, 'items', 'old', 'model')).toBeNull()
  ensureCellText(doc, 'items', 'old', 'model')
  cellText(doc, 'items', 'old', 'model')?.insert(0, 'words')
  expect(readRows(doc, place)).toEqual([{ id: 'old', cells: { model: 'words' } }])
})
