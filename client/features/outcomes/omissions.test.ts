import { expect, test } from 'vitest'
import { groupOmissions } from './omissions.ts'
import { queryOf } from './reportRequest.ts'

test('omissions of one reason are one entry with their titles; cards that are in are only counted', () => {
  expect(
    groupOmissions({
      allowedAttributions: ['delegation', 'none'],
      omitted: [
        { kind: 'case', reason: 'marking', title: 'Roja' },
        { kind: 'linkedCase', reason: 'case-withheld', title: 'Ficha' },
        { kind: 'case', reason: 'not-cleared', title: 'Duda' },
        { kind: 'case', reason: 'marking', title: 'Ámbar' },
        { kind: 'people', reason: 'attribution', title: '' },
      ],
    }),
  ).toEqual([
    { words: 'caseMarking', count: 2, titles: ['Roja', 'Ámbar'] },
    { words: 'linkedCase', count: 1, titles: [] },
    { words: 'caseNotCleared', count: 1, titles: ['Duda'] },
    { words: 'people', count: 1, titles: [] },
  ])
})

test('where the rules allow nobody to be shown, that is the reason', () => {
  const omitted = [{ kind: 'people', reason: 'attribution', title: '' }] as const
  const groups = groupOmissions({ omitted: [...omitted], allowedAttributions: ['none'] })
  expect(groups.map(({ words }) => words)).toEqual(['peopleByRules'])
})

test('parts are named only where some are left out', () => {
  const wishes = { language: 'fr', attribution: 'none', without: [] } as const
  expect(String(queryOf(wishes, ['cover', 'cases']))).toBe('language=fr&attribution=none')
  expect(queryOf({ ...wishes, without: ['cases'] }, ['cover', 'cases']).get('include')).toBe('cover')
})
