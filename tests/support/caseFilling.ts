/** Fills any field of a case with something, through the operations that the product writes with. */
import * as Y from 'yjs'
import { addTag, type CaseField, richTextOf, tagsOf, textOf } from '../../shared/documents/caseDocument.ts'
import { addRow, cellText, isTextColumn, setCell } from '../../shared/documents/caseRows.ts'
import { type FieldValue, isValueType, setValue, type ValueType } from '../../shared/documents/caseValues.ts'

const samples: Record<ValueType, FieldValue> = {
  choice: 'a-choice',
  boolean: false,
  number: 0,
  date: '2021-12-13',
  daterange: { from: '2017-01-01', to: null },
}

/** Whether the case's document holds what this field says. */
export function standsInDocument({ kind }: CaseField): boolean {
  return kind !== 'cards' && kind !== 'decided' && kind !== 'attachments'
}

export function fill(doc: Y.Doc, field: CaseField): void {
  if (field.kind === 'text') textOf(doc, field.section, field.field).insert(0, 'words')
  if (field.kind === 'value') setValue(doc, field, samples[field.type])
  if (field.kind === 'tags') addTag(tagsOf(doc, field.section, field.list), 'a-term')
  if (field.kind === 'rows') fillRow(doc, field)
  if (field.kind === 'richText') {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('words')])
    richTextOf(doc, field.section).insert(0, [paragraph])
  }
}

function fillRow(doc: Y.Doc, field: CaseField & { kind: 'rows' }): void {
  addRow(doc, field, 'row')
  for (const column of field.columns) {
    if (isTextColumn(column)) cellText(doc, field.section, 'row', column.id)?.insert(0, 'words')
    if (isValueType(column.type)) setCell(doc, field.section, 'row', column.id, samples[column.type])
  }
}
