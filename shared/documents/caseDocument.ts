/**
 * The shape of a case inside its Yjs document. The template says which sections and fields there are; their places
 * are named by kind, section and field, so a section added to the data has its place without code:
 *
 *   `richtext:<section>`          Y.XmlFragment, the editor's nodes
 *   `text:<section>.<field>`      Y.Text, one line
 *   `tags:<section>.<list>`       Y.Map, term id → position; a set, so two people's choices both stay
 *
 * What must not be forged (mark, clearance, owner) is never here: see shared/proceedings.
 */
import type * as Y from 'yjs'
import { caseTemplate, type TemplateField, type TemplateSection } from '../vocabulary/vocabulary.ts'
import { type Block, readRichText } from './richText.ts'

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
  | { kind: 'tags'; section: string; list: string; template?: TemplateField }
  | { kind: 'richText'; section: string }

/**
 * The fields of a section that can be written in the document. Left out: kinds that this version does not know, and
 * `commands` (the clearance), whose fields are decided by the server.
 */
export function fieldsOf(section: TemplateSection): CaseField[] {
  const lists = (section.vocab ?? []).map((list): CaseField => ({ kind: 'tags', section: section.id, list }))
  switch (section.kind) {
    case 'richtext':
      return [...lists, { kind: 'richText', section: section.id }]
    case 'tags':
      return lists
    case 'fields':
      return (section.fields ?? []).flatMap((field) => fieldOf(section, field))
    default:
      return []
  }
}

function fieldOf(section: TemplateSection, field: TemplateField): CaseField[] {
  if (field.type === 'text') return [{ kind: 'text', section: section.id, field: field.id, template: field }]
  if (field.type === 'countries') return [{ kind: 'tags', section: section.id, list: 'countries', template: field }]
  return []
}

/** The sections of the template that have something to write. */
export function writableSections(): { section: TemplateSection; fields: CaseField[] }[] {
  return caseTemplate.sections
    .map((section) => ({ section, fields: fieldsOf(section) }))
    .filter(({ fields }) => fields.length > 0)
}

export type CaseValue =
  | { kind: 'text'; field: CaseField & { kind: 'text' }; text: string }
  | { kind: 'tags'; field: CaseField & { kind: 'tags' }; ids: string[] }
  | { kind: 'richText'; field: CaseField & { kind: 'richText' }; blocks: Block[] }

/** All that a case says, section by section in the template's order; what is empty is left out. */
export function readCase(doc: Y.Doc): { section: TemplateSection; values: CaseValue[] }[] {
  return writableSections()
    .map(({ section, fields }) => ({ section, values: fields.flatMap((field) => readField(doc, field)) }))
    .filter(({ values }) => values.length > 0)
}

function readField(doc: Y.Doc, field: CaseField): CaseValue[] {
  switch (field.kind) {
    case 'text': {
      const text = textOf(doc, field.section, field.field).toString().trim()
      return text === '' ? [] : [{ kind: 'text', field, text }]
    }
    case 'tags': {
      const ids = readTags(tagsOf(doc, field.section, field.list))
      return ids.length === 0 ? [] : [{ kind: 'tags', field, ids }]
    }
    case 'richText': {
      const blocks = readRichText(richTextOf(doc, field.section))
      return blocks.length === 0 ? [] : [{ kind: 'richText', field, blocks }]
    }
  }
}
