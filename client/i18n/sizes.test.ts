import { expect, test } from 'vitest'
import { formatBytes } from './sizes.ts'

test('sizes are whole kilobytes, or megabytes with one digit while they are few', () => {
  expect([1, 2_048, 1_572_864, 20_971_520].map((bytes) => formatBytes(bytes, 'en'))).toEqual([
    '1 kB',
    '2 kB',
    '1.5 MB',
    '20 MB',
  ])
  expect(formatBytes(1_572_864, 'fr')).toMatch(/^1,5\sMo$/)
})
