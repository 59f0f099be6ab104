/** The document of a sample case: the template's fields filled from the sample's values of the same names. */
import * as Y from 'yjs'
import {
  addTag,
  type CaseField,
  richTextOf,
  tagsOf,
  textOf,
  writableSections,
} from '../../shared/documents/caseDocument.ts'
import { addRow, cellText, isTextColumn, setCell } from '../../shared/documents/caseRows.ts'
import { setValue } from '../../shared/documents/caseValues.ts'
import type { SampleCase, SamplePerson } from './sample.ts'

/** Gives one update per section, as somebody would write them. */
export function caseUpdates(sampleCase: SampleCase, presenter: SamplePerson): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const facts = factsOf(sampleCase, presenter)
  for (const { fields } of writableSections()) {
    doc.transact(() => {
      for (const field of fields) fill(doc, field, sampleCase, facts)
    })
  }
  doc.destroy()
  return updates
}

type Facts = Record<string, string | { from: string; to: string }>

/** The sample's values by the template's names. */
function factsOf(sampleCase: SampleCase, presenter: SamplePerson): Facts {
  const [first = '', last = first] = sampleCase.periodo.split('–')
  return {
    caseCode: sampleCase.code,
    period: { from: `${first}-01-01`, to: `${last}-12-31` },
    legalSystem: sampleCase.legalSystem,
    presentedBy: presenter.agencyType,
  }
}

function fill(doc: Y.Doc, field: CaseField, sampleCase: SampleCase, facts: Facts): void {
  switch (field.kind) {
    case 'text': {
      const text = facts[field.field]
      if (typeof text === 'string') textOf(doc, field.section, field.field).insert(0, text)
      return
    }
    case 'value': {
      const value = facts[field.field]
      if (value !== undefined) setValue(doc, field, value)
      return
    }
    case 'tags': {
      const ids = field.list === 'countries' ? sampleCase.countries : (sampleCase.tags[field.list] ?? [])
      for (const id of ids) addTag(tagsOf(doc, field.section, field.list), id)
      return
    }
    case 'richText': {
      const text = sampleCase.sections[field.section]
      if (text !== undefined) richTextOf(doc, field.section).insert(0, [paragraphOf(text)])
      return
    }
    case 'rows':
      fillRows(doc, field, sampleCase)
      return
    case 'attachments':
    case 'cards':
    case 'decided':
      return
  }
}

function paragraphOf(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  return paragraph
}

function fillRows(doc: Y.Doc, field: CaseField & { kind: 'rows' }, sampleCase: SampleCase): void {
  const { section, columns } = field
  const rows = sampleCase[section]
  if (!Array.isArray(rows)) return
  for (const [at, row] of rows.entries()) {
    const rowId = `${sampleCase.id}-${section}-${at + 1}`
    addRow(doc, field, rowId)
    for (const column of columns) {
      const value = row[column.id]
      if (value === undefined) continue
      if (isTextColumn(column)) cellText(doc, section, rowId, column.id)?.insert(0, String(value))
      else setCell(doc, section, rowId, column.id, value)
    }
  }
}
