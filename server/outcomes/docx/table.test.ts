import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth } from './styles.ts'
import { widthsOf } from './table.ts'

test('columns fill the text’s width to the twip, whatever their weights', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(weights, (weights) => {
      const widths = widthsOf(weights.map((weight) => ({ title: '', weight })))
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(textWidth)
      expect(widths.every((width) => Number.isInteger(width) && width > 0)).toBe(true)
    }),
    { seed: 20211213 },
  )
})
