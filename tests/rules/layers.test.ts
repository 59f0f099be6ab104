/** Holds the directions of imports in this project, and that the check finds each way to break them. */
import { describe, expect, test } from 'vitest'
import { checkLayers } from './layers.ts'
import { parseSource } from './sourceFile.ts'
import { projectFileExists, readSources } from './sourceTree.ts'
import { describeAll } from './violation.ts'

function check(path: string, text: string, exists = true): string[] {
  return describeAll(checkLayers([parseSource(path, text)], () => exists))
}

test('imports run one way in this project', () => {
  expect(describeAll(checkLayers(readSources('shared', 'server', 'client'), projectFileExists))).toEqual([])
})

describe('the check of layers', () => {
  test.each([
    ['shared/a.ts', '../server/app.ts'],
    ['shared/a.ts', '../client/lib/a.ts'],
    ['server/platform/a.ts', '../sync/a.ts'],
    ['server/sync/a.ts', '../access/a.ts'],
    ['server/proceedings/a.ts', '../storage/a.ts'],
    ['server/http/a.ts', '../storage/a.ts'],
    ['server/http/routes/a.ts', '../../realtime/a.ts'],
    ['server/realtime/a.ts', '../storage/a.ts'],
    ['server/main.ts', './storage/a.ts'],
    ['server/app.ts', '../client/lib/a.ts'],
    ['client/lib/a.ts', '../../server/app.ts'],
    ['client/design/a.ts', '../session/a.ts'],
    ['client/session/a.ts', '../features/cases/a.ts'],
    ['client/features/cases/a.ts', '../boards/a.ts'],
    ['client/features/cases/a.ts', '../../pages/a.ts'],
    ['client/pages/a.tsx', '../App.tsx'],
    ['client/lib/a.ts', '../../tests/support/a.ts'],
  ])('refuses %s importing %s', (path, specifier) => {
    expect(check(path, `import type { A } from '${specifier}'`)).toHaveLength(1)
  })

  test.each([
    ['shared/proceedings/a.ts', '../contracts/a.ts'],
    ['server/storage/a.ts', '../proceedings/a.ts'],
    ['server/http/a.ts', '../access/a.ts'],
    ['server/app.ts', './storage/a.ts'],
    ['client/features/cases/a.ts', './inner/a.ts'],
    ['client/features/cases/a.ts', '../../design/a.tsx'],
    ['client/pages/a.tsx', '../features/cases/a.tsx'],
    ['server/sync/a.test.ts', '../../tests/support/a.ts'],
  ])('lets %s import %s', (path, specifier) => {
    expect(check(path, `import type { A } from '${specifier}'`)).toEqual([])
  })

  test.each([
    ['shared/a.ts', 'node:fs'],
    ['shared/a.ts', 'kysely'],
    ['client/lib/a.ts', 'node:crypto'],
    ['server/sync/a.ts', 'ws'],
    ['server/proceedings/a.ts', 'kysely'],
    ['server/access/a.ts', 'express'],
  ])('refuses %s using the package %s', (path, name) => {
    expect(check(path, `import { a } from '${name}'`)).toHaveLength(1)
  })

  test.each([
    ['shared/a.ts', 'zod'],
    ['shared/a.test.ts', 'vitest'],
    ['server/realtime/a.ts', 'ws'],
    ['server/storage/a.ts', 'node:fs'],
  ])('lets %s use the package %s', (path, name) => {
    expect(check(path, `import { a } from '${name}'`)).toEqual([])
  })

  test('refuses an area that has no place in the layers', () => {
    expect(check('server/extras/a.ts', '')).toHaveLength(1)
  })

  test('refuses an import whose file does not exist', () => {
    expect(check('shared/a.ts', "import './b'", false)).toHaveLength(1)
  })

  test('names the file, the line, the rule and what to do', () => {
    expect(check('server/http/a.ts', "\nimport type { A } from '../storage/a.ts'")).toEqual([
      'server/http/a.ts:2 [layers] server/http may not import server/storage: take it as an argument (a port), or move what both need to a layer below.',
    ])
  })
})
