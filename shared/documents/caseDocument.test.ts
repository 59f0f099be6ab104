import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addTag,
  fieldsOf,
  readCase,
  readTags,
  removeTag,
  richTextOf,
  tagsOf,
  textOf,
  writableSections,
} from './caseDocument.ts'

const labels = { es: 'a', en: 'a', pt: 'a', fr: 'a' }

test('an empty case says nothing', () => {
  expect(readCase(new Y.Doc())).toEqual([])
})

test('what was written comes in the order of the template', () => {
  const doc = new Y.Doc()
  const sections = writableSections().flatMap(({ fields }) => fields)
  for (const field of [...sections].reverse()) {
    if (field.kind === 'text') textOf(doc, field.section, field.field).insert(0, 'words')
    else if (field.kind === 'tags') addTag(tagsOf(doc, field.section, field.list), 'a-term')
    else {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText('words')])
      richTextOf(doc, field.section).insert(0, [paragraph])
    }
  }
  const read = readCase(doc).flatMap(({ values }) => values.map(({ field }) => field))
  expect(read).toEqual(sections)
  expect(sections.length).toBeGreaterThan(15)
})

test('terms keep the order in which they were chosen, and two people’s choices both stay', () => {
  const alice = new Y.Doc()
  const bob = new Y.Doc()
  const tags = (doc: Y.Doc) => tagsOf(doc, 's', 'l')
  addTag(tags(alice), 'z')
  addTag(tags(alice), 'a')
  addTag(tags(bob), 'm')
  Y.applyUpdate(alice, Y.encodeStateAsUpdate(bob))
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice))
  expect(readTags(tags(alice))).toEqual(readTags(tags(bob)))
  expect(new Set(readTags(tags(alice)))).toEqual(new Set(['z', 'a', 'm']))
  removeTag(tags(alice), 'z')
  expect(readTags(tags(alice))).not.toContain('z')
})

test('a section added to the template has its fields, and one of an unknown kind has none', () => {
  const section = { id: 'new', title: labels, hint: labels }
  expect(fieldsOf({ ...section, kind: 'richtext', vocab: ['firearmTypes'] })).toEqual([
    { kind: 'tags', section: 'new', list: 'firearmTypes' },
    { kind: 'richText', section: 'new' },
  ])
  expect(fieldsOf({ ...section, kind: 'hologram' })).toEqual([])
  const country = { id: 'where', label: labels, type: 'countries' }
  expect(fieldsOf({ ...section, kind: 'fields', fields: [country] })).toMatchObject([
    { kind: 'tags', list: 'countries' },
  ])
})
