/** Holds that no way to import or to use a global slips past the reader of sources. */
import { describe, expect, test } from 'vitest'
import { packageOf, parseSource } from './sourceFile.ts'

describe('the reader of sources', () => {
  test.each([
    ["import { a } from './a.ts'"],
    ["import type { A } from './a.ts'"],
    ["import { type A } from './a.ts'"],
    ["import './a.ts'"],
    ["export { a } from './a.ts'"],
    ["export type { A } from './a.ts'"],
    ["export * from './a.ts'"],
    ["const a = await import('./a.ts')"],
    ["type A = import('./a.ts').A"],
    ["type A = typeof import('./a.ts')"],
    ["import url from './a.ts?url'"],
  ])('sees the import in %s', (text) => {
    const { imports } = parseSource('shared/room/b.ts', `// opens\n${text}\n`)
    expect(imports).toEqual([{ specifier: expect.any(String), target: 'shared/room/a.ts', line: 2 }])
  })

  test('takes no comment and no string for an import', () => {
    const text = "// import './a.ts'\nconst text = \"import './a.ts'\"\n"
    expect(parseSource('shared/b.ts', text).imports).toEqual([])
  })

  test('resolves imports above the folder and leaves packages alone', () => {
    const text = "import '../../shared/a.ts'\nimport 'zod'\n"
    expect(parseSource('client/lib/b.ts', text).imports).toEqual([
      { specifier: '../../shared/a.ts', target: 'shared/a.ts', line: 1 },
      { specifier: 'zod', line: 2 },
    ])
  })

  test.each([
    ['Date.now()', 'Date.now'],
    ['const now = Date.now', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['Math.random()', 'Math.random'],
    ['setTimeout(go, 1)', 'setTimeout'],
    ['window.setInterval(go, 1)', 'setInterval'],
    ['start(setTimeout)', 'setTimeout'],
    ['process.env.PORT', 'process.env'],
  ])('sees the use in %s', (text, name) => {
    expect(parseSource('server/a.ts', text).uses).toEqual([{ name, line: 1 }])
  })

  test.each(['new Date(0)', 'timers.setTimeout(go, 1)', '// Date.now()', "const text = 'Math.random()'"])(
    'sees no use in %s',
    (text) => {
      expect(parseSource('server/a.ts', text).uses).toEqual([])
    },
  )

  test('reads TSX', () => {
    expect(parseSource('client/a.tsx', "import './b.ts'\nexport const a = <p>{1}</p>").imports).toHaveLength(1)
  })

  test('refuses what cannot be parsed', () => {
    expect(() => parseSource('server/a.ts', 'const = 1')).toThrow('server/a.ts cannot be parsed')
  })

  test.each([
    ['zod', 'zod'],
    ['lib0/encoding', 'lib0'],
    ['@tiptap/pm/state', '@tiptap/pm'],
    ['node:fs', undefined],
    ['./a.ts', undefined],
  ])('names the package of %s', (specifier, name) => {
    expect(packageOf(specifier)).toBe(name)
  })
})
