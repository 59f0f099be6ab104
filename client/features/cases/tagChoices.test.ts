import { expect, test } from 'vitest'
import { termsOf } from '../../../shared/vocabulary/vocabulary.ts'
import { matchesSearch } from '../../lib/textSearch.ts'
import { choicesOf, ownTerm } from './tagChoices.ts'

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

test.each([
  ['modusOperandi', 'testaferro', 'mo-straw'],
  ['investigativeTechniques', 'delacion premiada', 'it-informant'],
  ['articles', 'articulo 18 delincuencia', 'UNTOC-18'],
  ['firearmTypes', 'ghost gun', 'ft-pmf'],
])('in %s, %j finds %s by another word for it, without accents', (list, query, id) => {
  const found = choicesOf(list, 'es')
    .flatMap(({ choices }) => choices)
    .filter(({ foundBy }) => matchesSearch(foundBy, query))
  expect(found.map((choice) => choice.id)).toContain(id)
  expect(found.length).toBeLessThan(4)
})

test('an own term is offered where the list takes one and has none such', () => {
  const offered = (list: string, query: string) => ownTerm(list, query, choicesOf(list, 'es'), ['other:chosen'])
  expect(offered('modusOperandi', '  drones   de carga ')).toBe('other:drones de carga')
  expect([offered('modusOperandi', ' '), offered('modusOperandi', 'chosen')]).toEqual([null, null])
  expect(offered('countries', 'pan')).toBeNull()
  expect(offered('articles', 'FP-99')).toBeNull()
})
