/** Holds that nothing in this project imports itself by a detour, and that the check finds such detours. */
import { describe, expect, test } from 'vitest'
import { checkCycles } from './cycles.ts'
import { parseSource } from './sourceFile.ts'
import { readSources } from './sourceTree.ts'
import { describeAll } from './violation.ts'

/** Files by name with the names that each imports. */
function check(graph: Record<string, string[]>): string[] {
  const files = Object.entries(graph).map(([name, imports]) =>
    parseSource(`shared/${name}.ts`, imports.map((other) => `import type { A } from './${other}.ts'\n`).join('')),
  )
  return describeAll(checkCycles(files))
}

test('there is no import cycle in this project', () => {
  expect(describeAll(checkCycles(readSources('shared', 'server', 'client', 'tests', 'tools')))).toEqual([])
})

describe('the check of cycles', () => {
  test('accepts files that only share what they import', () => {
    expect(check({ a: ['b', 'c'], b: ['d'], c: ['d', 'b'], d: [] })).toEqual([])
  })

  test('finds two files that import each other', () => {
    expect(check({ a: ['b'], b: ['a'] })).toEqual([
      'shared/a.ts:1 [cycles] shared/a.ts, shared/b.ts import each other: move what they share to a file of its own.',
    ])
  })

  test('finds a long way round, beside files that are not on it', () => {
    expect(check({ entry: ['a'], a: ['leaf', 'b'], b: ['c'], c: ['a'], leaf: [] })).toEqual([
      expect.stringMatching(/^shared\/a\.ts:2 .*shared\/a\.ts, shared\/b\.ts, shared\/c\.ts import each other/),
    ])
  })

  test('finds each of two cycles', () => {
    expect(check({ a: ['b', 'c'], b: ['a'], c: ['d'], d: ['c'] })).toHaveLength(2)
  })

  test('finds a file that imports itself', () => {
    expect(check({ a: ['a'] })).toHaveLength(1)
  })
})
