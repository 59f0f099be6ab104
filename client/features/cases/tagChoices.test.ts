import { expect, test } from 'vitest'
import { termsOf } from '../../../shared/vocabulary/vocabulary.ts'
import { choicesOf } from './tagChoices.ts'

test('a list with titled groups is offered under their titles, whole and in the order of the data', () => {
  const groups = choicesOf('modusOperandi', 'es')
  expect(groups[0]?.title).toBe('Origen y desvío')
  expect(groups.flatMap(({ choices }) => choices.map(({ id }) => id))).toEqual(
    termsOf('modusOperandi').map(({ id }) => id),
  )
})

test('a list without groups is in the alphabetical order of the reader’s language', () => {
  const [group] = choicesOf('countries', 'es')
  const labels = group?.choices.map(({ label }) => label) ?? []
  expect(group?.title).toBeNull()
  expect(labels).toHaveLength(termsOf('countries').length)
  expect(labels).toEqual([...labels].sort(new Intl.Collator('es').compare))
})

test('an unknown list offers nothing', () => {
  expect(choicesOf('nothing', 'en').flatMap(({ choices }) => choices)).toEqual([])
})
