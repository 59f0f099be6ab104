/** Holds that no section of the case template is named in client code, and that the check can fail. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseTemplate } from '../../shared/vocabulary/vocabulary.ts'
import { checkSectionIds } from './noSectionIds.ts'
import { isTest, projectRoot, readSources } from './sourceTree.ts'
import { describeAll } from './violation.ts'

const ids = new Set(caseTemplate.sections.map(({ id }) => id))

test('no section of a case is named in client code', () => {
  const paths = readSources('client')
    .map(({ path }) => path)
    .filter((path) => !isTest(path))
  const violations = paths.flatMap((path) => checkSectionIds(path, readFileSync(join(projectRoot, path), 'utf8'), ids))
  expect(describeAll(violations)).toEqual([])
})

test.each(["richTextOf(doc, 'factSummary')", 'const id = `factSummary`', 'const a = { section: "factSummary" }'])(
  'the check refuses %s',
  (text) => {
    expect(checkSectionIds('client/a.ts', text, ids)).toHaveLength(1)
  },
)

test.each(["t('case.factSummaryTitle')", "type Items = Command['items']", 'const a = { items: [] }'])(
  'the check accepts %s',
  (text) => {
    expect(checkSectionIds('client/a.ts', text, ids)).toEqual([])
  },
)
