/** Holds the documentation to the code where it lists what the code has. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { commandTypes } from '../../shared/contracts/commands.ts'
import { problemTable } from '../../shared/contracts/problems.ts'
import { frameTypes } from '../../shared/contracts/sync.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const protocol = read('docs/protocol.md')

test('docs/protocol.md names every command', () => {
  expect(commandTypes.filter((type) => !protocol.includes(`\`${type}\``))).toEqual([])
})

test('docs/protocol.md gives every problem its status', () => {
  const missing = Object.entries(problemTable).filter(
    ([code, { status }]) => !protocol.includes(`| \`${code}\` | ${status} |`),
  )
  expect(missing).toEqual([])
})

test('docs/protocol.md explains every close code and every frame of our own', () => {
  expect(Object.values(closeCodes).filter((code) => !protocol.includes(`| ${code} |`))).toEqual([])
  expect(
    [frameTypes.saved, frameTypes.access, frameTypes.trouble].filter((type) => !protocol.includes(`\`[${type}, `)),
  ).toEqual([])
})

test('each rule of the hub is held by a test that cites it', () => {
  const rules = [...read('server/sync/SPEC.md').matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)].map((match) => match[1])
  const names = readdirSync(join(root, 'tests/sync')).filter((name) => name.endsWith('.test.ts'))
  const tests = names.map((name) => read(`tests/sync/${name}`))
  expect(rules.length).toBeGreaterThan(20)
  expect(rules.filter((rule) => !tests.some((source) => source.includes(`[${rule}]`)))).toEqual([])
})

test('relative links in the documentation lead somewhere', () => {
  for (const file of [
    'README.md',
    'docs/protocol.md',
    'docs/documents.md',
    'docs/security.md',
    'docs/torture.md',
    'docs/performance.md',
    'server/sync/SPEC.md',
  ]) {
    for (const [, target] of read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      expect(() => readFileSync(join(root, file, '..', target ?? '')), `${file} → ${target}`).not.toThrow()
    }
  }
})

test('README.md explains every variable that the configuration reads', () => {
  const config = read('server/platform/config.ts')
  const names = new Set([...config.matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map((match) => match[1] ?? ''))
  const notYet = ['REDIS_URL']
  const readme = read('README.md')
  expect(names.size).toBeGreaterThan(8)
  expect([...names].filter((name) => !notYet.includes(name) && !readme.includes(`\`${name}\``))).toEqual([])
})
