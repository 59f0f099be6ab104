import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { parseValue, readValue, setValue, valuesOf } from './caseValues.ts'

const place = { section: 's', field: 'f' }

test('a value is set, replaced and emptied', () => {
  const doc = new Y.Doc()
  setValue(doc, place, 'civil-law')
  setValue(doc, place, 'mixed')
  expect(readValue(doc, place, 'choice')).toBe('mixed')
  setValue(doc, place, null)
  expect(readValue(doc, place, 'choice')).toBeNull()
})

test('no and zero are answers, not empty places', () => {
  expect(parseValue('boolean', false)).toBe(false)
  expect(parseValue('number', 0)).toBe(0)
})

test('a span of days may be open at one side', () => {
  expect(parseValue('daterange', { from: '2017-01-01' })).toEqual({ from: '2017-01-01', to: null })
  expect(parseValue('daterange', { from: null, to: null })).toBeNull()
})

test.each([
  ['choice', 7],
  ['choice', ''],
  ['boolean', 'true'],
  ['number', '12'],
  ['number', Number.NaN],
  ['date', '2021-02-30'],
  ['date', 'soon'],
  ['daterange', '2017'],
] as const)('a %s does not take %j', (type, raw) => {
  expect(parseValue(type, raw)).toBeNull()
})

test('two people choose at once: one of both choices stands, the same for both', () => {
  const [alice, bob] = [new Y.Doc(), new Y.Doc()]
  setValue(alice, place, { from: '2017-01-01', to: '2018-01-01' })
  setValue(bob, place, { from: '2019-01-01', to: '2020-01-01' })
  Y.applyUpdate(alice, Y.encodeStateAsUpdate(bob))
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice))
  expect(valuesOf(alice).toJSON()).toEqual(valuesOf(bob).toJSON())
  expect([2017, 2019].map((year) => `${year}-01-01`)).toContainEqual(
    (readValue(alice, place, 'daterange') as { from: string }).from,
  )
})
