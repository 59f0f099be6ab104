/** Holds how files of this project are named, how long they are and how they open, and that each check can fail. */
import { describe, expect, test } from 'vitest'
import { applyExceptions, type Exceptions } from './exceptions.ts'
import { checkBarrels, checkLength, checkNames, checkOpeningComment, maxLines, maxTestLines } from './fileShape.ts'
import { parseSource } from './sourceFile.ts'
import { readSources } from './sourceTree.ts'
import { describeAll } from './violation.ts'

/** Files that may be longer, each with the reason that a review accepted. */
const longFiles: Exceptions = {}

describe('in this project', () => {
  const files = readSources('shared', 'server', 'client', 'tests', 'tools')

  test('the reader finds files to look at', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  test('every file and folder is named for its subject', () => {
    expect(describeAll(checkNames(files))).toEqual([])
  })

  test('no file is longer than its subject needs', () => {
    expect(describeAll(applyExceptions(checkLength(files), longFiles, 'length'))).toEqual([])
  })

  test('every file opens by saying what it is responsible for', () => {
    expect(describeAll(checkOpeningComment(files))).toEqual([])
  })

  test('no file only passes on what others declare', () => {
    expect(describeAll(checkBarrels(files))).toEqual([])
  })
})

describe('the check of names', () => {
  test.each(['client/utils/a.ts', 'shared/types.ts', 'server/http/index.ts', 'client/lib/boardHelpers.ts'])(
    'refuses %s',
    (path) => {
      expect(checkNames([parseSource(path, '')])).toHaveLength(1)
    },
  )

  test.each(['client/lib/api.ts', 'shared/contracts/frameTypes.ts', 'server/sync/commonality.ts'])(
    'accepts %s',
    (path) => {
      expect(checkNames([parseSource(path, '')])).toEqual([])
    },
  )
})

describe('the check of length', () => {
  const lines = (count: number) => '// line\n'.repeat(count)

  test('accepts the longest file and refuses one line more', () => {
    expect(checkLength([parseSource('shared/a.ts', lines(maxLines))])).toEqual([])
    expect(checkLength([parseSource('shared/a.ts', lines(maxLines + 1))])).toHaveLength(1)
  })

  test('gives a test more room, not endless room', () => {
    expect(checkLength([parseSource('shared/a.test.ts', lines(maxTestLines))])).toEqual([])
    expect(checkLength([parseSource('shared/a.test.ts', lines(maxTestLines + 1))])).toHaveLength(1)
  })
})

describe('the check of the opening comment', () => {
  test.each([
    '/** Says it. */\nexport const a = 1',
    '// Says it.\nexport const a = 1',
    '#!/usr/bin/env node\n// Says it.\n',
  ])('accepts %j', (text) => {
    expect(checkOpeningComment([parseSource('shared/a.ts', text)])).toEqual([])
  })

  test.each(['', "import 'zod'\n/** Too late. */", 'export const a = 1 // beside'])('refuses %j', (text) => {
    expect(checkOpeningComment([parseSource('shared/a.ts', text)])).toHaveLength(1)
  })
})

describe('the check of barrels', () => {
  test('refuses a file that only re-exports', () => {
    const text = "import 'zod'\nexport * from './b.ts'\nexport { c } from './c.ts'"
    expect(describeAll(checkBarrels([parseSource('shared/a.ts', text)]))).toEqual([
      expect.stringMatching(/^shared\/a\.ts:2 \[barrels\]/),
    ])
  })

  test('accepts a file with content of its own', () => {
    expect(checkBarrels([parseSource('shared/a.ts', "export { b } from './b.ts'\nexport const a = 1")])).toEqual([])
  })
})

describe('an exception', () => {
  const violation = { file: 'shared/a.ts', line: 1, rule: 'length', remedy: 'split it' }

  test('allows what it names, by file or by folder', () => {
    expect(applyExceptions([violation], { 'shared/a.ts': 'why' }, 'length')).toEqual([])
    expect(applyExceptions([violation], { 'shared/': 'why' }, 'length')).toEqual([])
  })

  test('leaves everything else', () => {
    expect(applyExceptions([violation], {}, 'length')).toEqual([violation])
  })

  test('is itself a violation once nothing needs it', () => {
    expect(describeAll(applyExceptions([], { 'shared/a.ts': 'why' }, 'length'))).toEqual([
      'shared/a.ts:1 [length] is excepted without need: take it off the list.',
    ])
  })
})
