/**
 * The shape of a case inside its Yjs document. The template says which sections and fields there are; their places
 * are named by kind, section and field, so a section added to the data has its place without code:
 *
 *   `richtext:<section>`          Y.XmlFragment, the editor's nodes
 *   `text:<section>.<field>`      Y.Text, one line
 *   `tags:<section>.<list>`       Y.Map, term id → position; a set, so two people's choices both stay
 *   `values`                      Y.Map, `<section>.<field>` → value (caseValues.ts)
 *   `rows:<section>`              Y.Map, row id → Y.Map of cells (caseRows.ts)
 *   `notApplicable`               Y.Map, section → true
 *
 * What must not be forged (mark, stage, clearance, owner) is never here: see shared/proceedings. Cards stand on boards.
 */
import type * as Y from 'yjs'
import { type CardKind, cardKinds } from '../contracts/terms.ts'
import { caseTemplate, type TemplateField, type TemplateSection } from '../vocabulary/vocabulary.ts'
import { type CaseRow, readRows } from './caseRows.ts'
import { type FieldValue, isValueType, readValue, type ValueType } from './caseValues.ts'
import { type Block, isBlank, readRichText } from './richText.ts'

export function richTextOf(doc: Y.Doc, section: string): Y.XmlFragment {
  return doc.getXmlFragment(`richtext:${section}`)
}

export function textOf(doc: Y.Doc, section: string, field: string): Y.Text {
  return doc.getText(`text:${section}.${field}`)
}

export function tagsOf(doc: Y.Doc, section: string, list: string): Y.Map<number> {
  return doc.getMap<number>(`tags:${section}.${list}`)
}

/** The chosen terms in the order in which they were chosen. */
export function readTags(tags: Y.Map<number>): string[] {
  return [...tags.entries()]
    .map(([id, position]) => ({ id, position: typeof position === 'number' ? position : 0 }))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map((tag) => tag.id)
}

export function addTag(tags: Y.Map<number>, id: string): void {
  if (tags.has(id)) return
  const last = Math.max(0, ...[...tags.values()].filter((position) => typeof position === 'number'))
  tags.set(id, last + 1)
}

export function removeTag(tags: Y.Map<number>, id: string): void {
  tags.delete(id)
}

/** One thing to fill in: what the client draws and the report reads, from the same template. */
export type CaseField =
  | { kind: 'text'; section: string; field: string; template: TemplateField }
  | { kind: 'value'; section: string; field: string; type: ValueType; template: TemplateField }
  | { kind: 'tags'; section: string; list: string; template?: TemplateField }
  | { kind: 'richText'; section: string }
  | { kind: 'rows'; section: string; columns: TemplateField[] }
  /** Files that people attached: the server keeps them, nothing of them stands in the document. */
  | { kind: 'attachments'; section: string }
  /** Cards of the meeting's boards that belong to this case; nothing of them stands in its document. */
  | { kind: 'cards'; section: string; column: CardKind }
  /** What a command sets: shown among the others, decided by the server. */
  | { kind: 'decided'; section: string; field: string; command: string; template: TemplateField }

/** The fields of a section; those of kinds that this version does not know are left out. */
export function fieldsOf(section: TemplateSection): CaseField[] {
  const lists = (section.vocab ?? []).map((list): CaseField => ({ kind: 'tags', section: section.id, list }))
  switch (section.kind) {
    case 'richtext':
      return [...lists, { kind: 'richText', section: section.id }]
    case 'tags':
      return lists
    case 'fields':
    case 'commands':
      return (section.fields ?? []).flatMap((field) => fieldOf(section.id, field))
    case 'table':
      return [{ kind: 'rows', section: section.id, columns: section.columns ?? [] }]
    case 'attachments':
      return [
        { kind: 'rows', section: section.id, columns: section.columns ?? [] },
        { kind: 'attachments', section: section.id },
      ]
    case 'repeat':
      return [{ kind: 'rows', section: section.id, columns: section.fields ?? [] }]
    case 'cards': {
      const column = cardKinds.find((kind) => kind === section.cardType)
      return column ? [{ kind: 'cards', section: section.id, column }] : []
    }
    default:
      return []
  }
}

function fieldOf(section: string, template: TemplateField): CaseField[] {
  const { id: field, type, decidedBy, vocab } = template
  if (decidedBy !== undefined) return [{ kind: 'decided', section, field, command: decidedBy, template }]
  if (type === 'text') return [{ kind: 'text', section, field, template }]
  if (type === 'countries') return [{ kind: 'tags', section, list: 'countries', template }]
  if ((type === 'tags' || type === 'multichoice') && vocab) return [{ kind: 'tags', section, list: vocab, template }]
  if (isValueType(type)) return [{ kind: 'value', section, field, type, template }]
  return []
}

/** The sections of the template that have something to fill in. */
export function writableSections(): { section: TemplateSection; fields: CaseField[] }[] {
  return caseTemplate.sections
    .map((section) => ({ section, fields: fieldsOf(section) }))
    .filter(({ fields }) => fields.length > 0)
}

function notApplicableOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('notApplicable')
}

/** Says, or takes back, that a section has nothing to do with the case: not the same as empty. */
export function setNotApplicable(doc: Y.Doc, section: string, isNotApplicable: boolean): void {
  if (isNotApplicable) notApplicableOf(doc).set(section, true)
  else notApplicableOf(doc).delete(section)
}

/** Words win: somebody who writes in a section while another puts it aside is not silenced by that. */
export function isNotApplicable(doc: Y.Doc, section: TemplateSection): boolean {
  return isPutAside(doc, section) && fieldsOf(section).every((field) => readField(doc, field).length === 0)
}

function isPutAside(doc: Y.Doc, section: TemplateSection): boolean {
  return notApplicableOf(doc).get(section.id) === true
}

export type CaseValue =
  | { kind: 'text'; field: CaseField & { kind: 'text' }; text: string }
  /** A choice is an id of the field's `choicesOfField`; a date range has its two days. */
  | { kind: 'value'; field: CaseField & { kind: 'value' }; value: FieldValue }
  | { kind: 'tags'; field: CaseField & { kind: 'tags' }; ids: string[] }
  | { kind: 'richText'; field: CaseField & { kind: 'richText' }; blocks: Block[] }
  /** Rows that say something, in order. */
  | { kind: 'rows'; field: CaseField & { kind: 'rows' }; rows: CaseRow[] }

export interface CaseSectionContent {
  section: TemplateSection
  values: CaseValue[]
  /** Said to have nothing to do with the case; then there are no values. */
  isNotApplicable: boolean
}

/** All that a case's document says, section by section in the template's order; what is empty is left out. */
export function readCase(doc: Y.Doc): CaseSectionContent[] {
  return writableSections()
    .map(({ section, fields }) => {
      const values = fields.flatMap((field) => readField(doc, field))
      return { section, values, isNotApplicable: values.length === 0 && isPutAside(doc, section) }
    })
    .filter((content) => content.values.length > 0 || content.isNotApplicable)
}

/** What a field says: one value, or none when it is empty or its content stands elsewhere. */
export function readField(doc: Y.Doc, field: CaseField): CaseValue[] {
  switch (field.kind) {
    case 'text': {
      const text = textOf(doc, field.section, field.field).toString().trim()
      return text === '' ? [] : [{ kind: 'text', field, text }]
    }
    case 'value': {
      const value = readValue(doc, field, field.type)
      return value === null ? [] : [{ kind: 'value', field, value }]
    }
    case 'tags': {
      const ids = readTags(tagsOf(doc, field.section, field.list))
      return ids.length === 0 ? [] : [{ kind: 'tags', field, ids }]
    }
    case 'richText': {
      const blocks = readRichText(richTextOf(doc, field.section))
      return isBlank(blocks) ? [] : [{ kind: 'richText', field, blocks }]
    }
    case 'rows': {
      const rows = readRows(doc, field).filter(({ cells }) => Object.keys(cells).length > 0)
      return rows.length === 0 ? [] : [{ kind: 'rows', field, rows }]
    }
    case 'attachments':
    case 'cards':
    case 'decided':
      return []
  }
}
