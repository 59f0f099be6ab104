import { describe, expect, it } from 'vitest'
import { matchesSearch } from './textSearch.ts'

describe('search in a list', () => {
  it('ignores case and accents on both sides', () => {
    expect(matchesSearch('Panamá', 'panama')).toBe(true)
    expect(matchesSearch('São Bartolomeu', 'SÃO barto')).toBe(true)
    expect(matchesSearch('Peru', 'Perú')).toBe(true)
  })

  it('finds words in any order and refuses what is not there', () => {
    expect(matchesSearch('Islas Turcas y Caicos', 'caicos islas')).toBe(true)
    expect(matchesSearch('Islas Turcas y Caicos', 'caimán')).toBe(false)
  })

  it('finds everything for an empty query', () => {
    expect(matchesSearch('Panamá', '  ')).toBe(true)
  })
})
