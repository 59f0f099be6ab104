/** Holds when `dist` counts as current: decided on a small invented project in a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clearStamp, fingerprint, isCurrent, writeStamp } from './buildStamp.mjs'

let root: string

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function build(): void {
  write('dist/server/main.js', 'built')
  writeStamp(root, 'server', fingerprint(root, 'server'))
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plenaria-stamp-'))
  write('server/main.ts', 'one')
  write('shared/terms.ts', 'two')
  write('package-lock.json', '{}')
})

afterEach(() => rmSync(root, { recursive: true }))

describe('a part of dist', () => {
  test('is not current before it is built', () => {
    expect(isCurrent(root, 'server')).toBe(false)
  })

  test('is current after a build', () => {
    build()
    expect(isCurrent(root, 'server')).toBe(true)
  })

  test.each(['server/main.ts', 'server/added.ts', 'shared/terms.ts', 'package-lock.json'])(
    'is not current once %s was written',
    (path) => {
      build()
      write(path, 'another text')
      expect(isCurrent(root, 'server')).toBe(false)
    },
  )

  test('is not current once a source of the same size was touched', () => {
    build()
    utimesSync(join(root, 'server/main.ts'), new Date(1_000_000), new Date(1_000_000))
    expect(isCurrent(root, 'server')).toBe(false)
  })

  test('stays current when only a test or the other part changed', () => {
    build()
    write('server/main.test.ts', 'a test')
    write('client/main.tsx', 'the client')
    expect(isCurrent(root, 'server')).toBe(true)
  })

  test('is not current after a build that was interrupted', () => {
    build()
    clearStamp(root, 'server')
    expect(isCurrent(root, 'server')).toBe(false)
  })

  test('is current without a stamp where no sources were deployed', () => {
    build()
    clearStamp(root, 'server')
    rmSync(join(root, 'server'), { recursive: true })
    expect(isCurrent(root, 'server')).toBe(true)
  })
})
