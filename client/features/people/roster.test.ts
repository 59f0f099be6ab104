import { describe, expect, it } from 'vitest'
import type { MeetingState } from '../../../shared/proceedings/state.ts'
import { rosterOf } from './roster.ts'

const member = { role: 'participant', function: null }
const members = { a: member, b: member, c: member } as unknown as MeetingState['members']
const words: Record<string, { name: string; details: string }> = {
  a: { name: 'Zoé Ángel', details: 'Panamá' },
  b: { name: 'Ángela Ruiz', details: 'Perú · Aduanas' },
  c: { name: 'Beatriz Gil', details: 'Panamá · Fiscalía' },
}
const options = {
  members,
  online: new Set(['a', 'b', 'stranger']),
  wordsOf: (id: string) => words[id] ?? { name: id, details: '' },
  compare: new Intl.Collator('es').compare,
}

const names = (people: { name: string }[]) => people.map(({ name }) => name)

describe('the list of people', () => {
  it('tells who is here from who is not, in the order of the reader’s alphabet', () => {
    const { here, away } = rosterOf({ ...options, query: '' })
    expect(names(here)).toEqual(['Ángela Ruiz', 'Zoé Ángel'])
    expect(names(away)).toEqual(['Beatriz Gil'])
  })

  it('is searched by name, country and institution without accents', () => {
    const { here, away } = rosterOf({ ...options, query: 'panama' })
    expect(names([...here, ...away])).toEqual(['Zoé Ángel', 'Beatriz Gil'])
  })
})
