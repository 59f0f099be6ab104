/** Holds that an installation is what was reviewed and that nothing is installed for nothing. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  checkDeclared,
  checkExactVersions,
  checkNoRegistry,
  checkPlatforms,
  checkProduction,
  checkUsed,
  type LockedPackages,
  type Manifest,
} from './lockfile.ts'
import { parseSource } from './sourceFile.ts'
import { isTest, projectRoot, readRootSources, readSources } from './sourceTree.ts'
import { describeAll } from './violation.ts'

/** Dependencies that no file imports, each with the reason. */
const usedWithoutImport: Record<string, string> = {
  '@biomejs/biome': 'formats and lints: tools/test.mjs runs it',
  '@tiptap/extension-bubble-menu': 'comes with @tiptap/react, which would take any later version',
  '@tiptap/extension-floating-menu': 'comes with @tiptap/react, which would take any later version',
  '@types/node': 'types of the runtime',
  typescript: 'checks types: tools/test.mjs runs it',
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(join(projectRoot, name), 'utf8'))
}

describe('in this project', () => {
  const manifest = readJson<Manifest>('package.json')
  const { packages } = readJson<{ packages: LockedPackages }>('package-lock.json')
  const sources = readSources('shared', 'server', 'client', 'tests', 'tools')

  test('every dependency is pinned to one version', () => {
    expect(describeAll(checkExactVersions(manifest))).toEqual([])
  })

  test('the lock holds the binaries of every platform', () => {
    expect(describeAll(checkPlatforms(packages))).toEqual([])
  })

  test('the lock names no registry', () => {
    expect(describeAll(checkNoRegistry(packages))).toEqual([])
  })

  test('every dependency is used', () => {
    expect(describeAll(checkUsed(manifest, [...sources, ...readRootSources()], usedWithoutImport))).toEqual([])
  })

  test('every package that is imported is declared', () => {
    expect(describeAll(checkDeclared(manifest, [...sources, ...readRootSources()]))).toEqual([])
  })

  test('the server runs without development dependencies', () => {
    const server = sources.filter(({ path }) => /^(server|shared)\//.test(path) && !isTest(path))
    expect(describeAll(checkProduction(manifest, server))).toEqual([])
  })
})

describe('the check of versions', () => {
  test.each(['^1.2.3', '~1.2.3', '1.x', 'latest', '>=1.0.0', 'github:a/b'])('refuses %s', (version) => {
    expect(checkExactVersions({ dependencies: { a: version } })).toHaveLength(1)
    expect(checkExactVersions({ devDependencies: { a: version } })).toHaveLength(1)
  })

  test.each(['1.2.3', '1.0.0-beta.1'])('accepts %s', (version) => {
    expect(checkExactVersions({ dependencies: { a: version } })).toEqual([])
  })
})

describe('the check of platforms', () => {
  const optionalDependencies = { 'b-linux': '1.0.0' }

  test('refuses a lock that lacks an optional dependency', () => {
    expect(describeAll(checkPlatforms({ 'node_modules/b': { optionalDependencies } }))).toEqual([
      'package-lock.json:1 [platforms] node_modules/b lacks its optional b-linux: remove node_modules and write the lock anew.',
    ])
  })

  test.each([
    'node_modules/b-linux',
    'node_modules/a/node_modules/b-linux',
    'node_modules/a/node_modules/b/node_modules/b-linux',
  ])('finds it at %s', (place) => {
    expect(checkPlatforms({ 'node_modules/a/node_modules/b': { optionalDependencies }, [place]: {} })).toEqual([])
  })
})

test('the check of registries refuses an address', () => {
  expect(checkNoRegistry({ 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } })).toHaveLength(1)
})

describe('the check of use', () => {
  const manifest = { dependencies: { '@scope/a': '1.0.0' }, devDependencies: { b: '1.0.0' } }
  const importsBoth = [parseSource('server/a.ts', "import '@scope/a/inner'\nimport type { B } from 'b'")]

  test('accepts what is imported or excepted', () => {
    expect(checkUsed(manifest, importsBoth, {})).toEqual([])
    expect(checkUsed(manifest, [], { '@scope/a': 'why', b: 'why' })).toEqual([])
  })

  test('takes types as used when what they describe is imported', () => {
    expect(checkUsed({ devDependencies: { '@types/b': '1.0.0' } }, importsBoth, {})).toEqual([])
  })

  test('refuses what is imported nowhere', () => {
    expect(checkUsed(manifest, [], { b: 'why' })).toHaveLength(1)
  })

  test('refuses an exception that is imported or not installed', () => {
    expect(checkUsed(manifest, importsBoth, { b: 'why', c: 'why' })).toHaveLength(2)
  })
})

test('the check of declarations refuses what is installed only for another package', () => {
  const manifest = { dependencies: { '@types/b': '1.0.0' } }
  const imports = [parseSource('server/a.ts', "import 'a/inner'\nimport type { B } from 'b'\nimport 'node:fs'")]
  expect(describeAll(checkDeclared(manifest, imports))).toEqual([
    'server/a.ts:1 [declared] a is not in package.json: npm install --save-exact.',
  ])
})

test('the check of production refuses a development dependency', () => {
  const manifest = { devDependencies: { vite: '8.0.0' } }
  expect(checkProduction(manifest, [parseSource('server/a.ts', "import { build } from 'vite'")])).toHaveLength(1)
})
