/** Holds who may reach for the real time, chance and environment in this project, and that each check can fail. */
import { describe, expect, test } from 'vitest'
import { checkEnvironment, checkSleeps, checkTimeAndChance } from './ambient.ts'
import { applyExceptions, type Exceptions } from './exceptions.ts'
import { parseSource } from './sourceFile.ts'
import { isTest, readSources } from './sourceTree.ts'
import { describeAll } from './violation.ts'

/** Where the real clock, chance and timers come in. */
const ownersOfTime: Exceptions = {
  'server/platform/': 'the ports for time and chance are filled here',
  'client/lib/time.ts': 'the client’s clock and timers',
}

const ownersOfEnvironment: Exceptions = {
  'server/platform/config.ts': 'reads and checks every variable',
}

/** The only places in the tests that may let real time pass. */
const ownersOfWaiting: Exceptions = {
  'tests/bench/': 'measures real time: its load comes at its moments, its servers may take theirs',
  'tests/support/until.ts': 'waits for a condition with a deadline; everything else calls it',
}

describe('in this project', () => {
  const files = readSources('shared', 'server', 'client', 'tests')
  const code = files.filter(({ path }) => !isTest(path))
  const tests = files.filter(({ path }) => isTest(path))

  test('time and chance come in as arguments', () => {
    expect(describeAll(applyExceptions(checkTimeAndChance(code), ownersOfTime, 'time-and-chance'))).toEqual([])
  })

  test('only the configuration reads the environment', () => {
    expect(describeAll(applyExceptions(checkEnvironment(code), ownersOfEnvironment, 'environment'))).toEqual([])
  })

  test('no test sleeps', () => {
    expect(describeAll(applyExceptions(checkSleeps(tests), ownersOfWaiting, 'sleeps'))).toEqual([])
  })
})

describe('the check of time and chance', () => {
  test.each(['Date.now()', 'new Date()', 'performance.now()', 'Math.random()', 'setTimeout(go)', 'setInterval(go, 1)'])(
    'refuses %s',
    (text) => {
      expect(checkTimeAndChance([parseSource('shared/a.ts', text)])).toHaveLength(1)
    },
  )

  test('accepts a clock that was given', () => {
    expect(checkTimeAndChance([parseSource('shared/a.ts', 'clock.now(); timers.setTimeout(go, 1)')])).toEqual([])
  })
})

test('the check of the environment refuses process.env', () => {
  expect(describeAll(checkEnvironment([parseSource('server/http/a.ts', 'const port = process.env.PORT')]))).toEqual([
    'server/http/a.ts:1 [environment] process.env: add the variable to server/platform/config.ts and take it from the configuration.',
  ])
})

describe('the check of sleeps', () => {
  test.each(['await new Promise((done) => setTimeout(done, 50))', "import { setTimeout } from 'node:timers/promises'"])(
    'refuses %s',
    (text) => {
      expect(checkSleeps([parseSource('tests/sync/a.test.ts', text)])).toHaveLength(1)
    },
  )
})
