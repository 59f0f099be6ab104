import { expect, test } from 'vitest'
import { cardKinds, usualColumns } from '../contracts/terms.ts'
import { cardFieldsOf, fieldsOfTemplate, termsOfField } from './cardFields.ts'

const labels = { es: 'a', en: 'a', pt: 'a', fr: 'a' }

test('every kind of card has a title first and a linked case, and no mark; what a report is made of has articles', () => {
  for (const kind of cardKinds) {
    const fields = cardFieldsOf(kind)
    expect(fields[0]?.kind).toBe('title')
    const keys = fields.map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(usualColumns.includes(kind) ? ['tags:articles', 'case'] : ['case']))
    expect(fields.map(({ template }) => template.id)).not.toContain('tlp')
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length)
  }
})

test('a field added to the template has its place, and one of an unknown kind has none', () => {
  const field = { id: 'new', label: labels }
  const fields = fieldsOfTemplate([
    { ...field, type: 'richtext' },
    { ...field, type: 'scale5' },
    { ...field, type: 'hologram' },
    { ...field, type: 'choice', options: [{ id: 'one', label: labels }] },
    { ...field, type: 'multichoice', vocab: 'agencyTypes' },
  ])
  expect(fields.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'paragraphs text:new',
    'scale value:new',
    'choice value:new',
    'tags tags:new',
  ])
})

test('every choice of every template offers something', () => {
  for (const field of cardKinds.flatMap(cardFieldsOf)) {
    if (field.kind === 'choice' || field.kind === 'tags') expect(termsOfField(field).length).toBeGreaterThan(1)
  }
})

test('kinds that share a field mean the same kind of value by it', () => {
  const kindOf = new Map<string, string>()
  for (const { key, kind } of cardKinds.flatMap(cardFieldsOf)) {
    expect(kindOf.get(key) ?? kind).toBe(kind)
    kindOf.set(key, kind)
  }
})
