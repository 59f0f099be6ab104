import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fill, standsInDocument } from '../../tests/support/caseFilling.ts'
import { caseTemplate } from '../vocabulary/vocabulary.ts'
import {
  addTag,
  fieldsOf,
  isNotApplicable,
  readCase,
  readTags,
  removeTag,
  setNotApplicable,
  tagsOf,
  writableSections,
} from './caseDocument.ts'

const labels = { es: 'a', en: 'a', pt: 'a', fr: 'a' }

test('an empty case says nothing', () => {
  expect(readCase(new Y.Doc())).toEqual([])
})

test('what was written comes in the order of the template', () => {
  const doc = new Y.Doc()
  for (const { fields } of [...writableSections()].reverse()) for (const field of fields) fill(doc, field)
  const inDocument = writableSections().flatMap(({ fields }) => fields.filter(standsInDocument))
  expect(readCase(doc).flatMap(({ values }) => values.map(({ field }) => field))).toEqual(inDocument)
  expect(new Set(inDocument.map(({ kind }) => kind))).toEqual(new Set(['text', 'value', 'tags', 'richText', 'rows']))
})

test('every section of the template has something to fill in', () => {
  expect(writableSections().map(({ section }) => section.id)).toEqual(caseTemplate.sections.map(({ id }) => id))
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
  const odd = { id: 'odd', label: labels, type: 'hologram' }
  expect(fieldsOf({ ...section, kind: 'fields', fields: [odd] })).toEqual([])
  const country = { id: 'where', label: labels, type: 'countries' }
  expect(fieldsOf({ ...section, kind: 'fields', fields: [country] })).toMatchObject([
    { kind: 'tags', list: 'countries' },
  ])
})

test('a section that does not apply says so, and is not the same as an empty one', () => {
  const doc = new Y.Doc()
  setNotApplicable(doc, 'assets', true)
  expect(readCase(doc)).toMatchObject([{ section: { id: 'assets' }, values: [], isNotApplicable: true }])
  setNotApplicable(doc, 'assets', false)
  expect(readCase(doc)).toEqual([])
})

test('words win over a section put aside at the same time', () => {
  const [alice, bob] = [new Y.Doc(), new Y.Doc()]
  const section = caseTemplate.sections.find(({ id }) => id === 'assets')
  if (!section) throw new Error('the template has no such section')
  setNotApplicable(alice, 'assets', true)
  for (const field of fieldsOf(section)) fill(bob, field)
  Y.applyUpdate(alice, Y.encodeStateAsUpdate(bob))
  expect(isNotApplicable(alice, section)).toBe(false)
  expect(readCase(alice)).toMatchObject([{ section: { id: 'assets' }, isNotApplicable: false }])
})
