/** Holds that the case template is data: a section that is added to it needs no word of code to be shown. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseTemplate } from '../../shared/vocabulary/vocabulary.ts'
import { isTest, projectRoot } from './sourceTree.ts'

const folder = join(projectRoot, 'client/features/cases')

/** Sections that one of the sources names as a string. */
function namedSections(sources: readonly string[], sections: readonly string[]): string[] {
  return sections.filter((id) => sources.some((text) => text.includes(`'${id}'`)))
}

test('no section is known by name to what draws a case', () => {
  const sources = readdirSync(folder)
    .filter((path) => /\.tsx?$/.test(path) && !isTest(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
  expect(sources.length).toBeGreaterThan(40)
  expect(
    namedSections(
      sources,
      caseTemplate.sections.map(({ id }) => id),
    ),
  ).toEqual([])
})

test('a section that is named is found', () => {
  expect(namedSections(["if (section.id === 'assets')"], ['assets', 'items'])).toEqual(['assets'])
})
