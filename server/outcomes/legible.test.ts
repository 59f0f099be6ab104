import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legible, legibleThroughout, onOneLine } from './legible.ts'

/** XML 1.0, production 2. */
const xmlText = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u

test('any text becomes one that XML can hold', () => {
  const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) })
  fc.assert(
    fc.property(anyText, (text) => {
      expect(legible(text)).toMatch(xmlText)
      expect(legible(legible(text))).toBe(legible(text))
    }),
    { seed: 20211213, numRuns: 2_000 },
  )
})

test('what people can read stays as it is', () => {
  const text = 'Operación «Ñandú» 🦜\tعربي\n— 100 % #1 | `x` \u200d\u00a0'
  expect(legible(text)).toBe(text)
})

test('control characters go, line ends become one kind, half an emoji is marked', () => {
  expect(legible('a\u0000b\u0008c\uFFFEd\u009f')).toBe('abcd')
  expect(legible('1\r\n2\r3\u20284\u000b5')).toBe('1\n2\n3\n4\n5')
  expect(legible('\ud83e!\udd9c')).toBe('\ufffd!\ufffd')
})

test('strings are mended at any depth, other values stay', () => {
  const tree = { a: ['x\u0000', { b: 'y\u0000', c: 1, d: null, e: true }] }
  expect(legibleThroughout(tree)).toEqual({ a: ['x', { b: 'y', c: 1, d: null, e: true }] })
})

test('a title has one line and no space around it', () => {
  expect(onOneLine('  Caso\n\t1  ')).toBe('Caso 1')
})
