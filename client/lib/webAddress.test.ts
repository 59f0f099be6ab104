import { expect, test } from 'vitest'
import { webAddressOf } from './webAddress.ts'

test.each([
  ['https://sherloc.unodc.org/a', 'https://sherloc.unodc.org/a'],
  [' www.unodc.org ', 'https://www.unodc.org/'],
  ['fiscalia@example.org', 'mailto:fiscalia@example.org'],
  ['mailto:fiscalia@example.org', 'mailto:fiscalia@example.org'],
])('%j leads to %s', (typed, address) => {
  expect(webAddressOf(typed)).toBe(address)
})

test.each([
  '',
  'sentencia',
  'two words.org',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'https://',
])('%j leads nowhere', (typed) => {
  expect(webAddressOf(typed)).toBeNull()
})
