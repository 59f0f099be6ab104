/**
 * Time, chance and the environment come in as arguments, so that tests can hold them still. Only a few named places
 * may reach for the real ones.
 */
import type { SourceFile } from './sourceFile.ts'
import type { Violation } from './violation.ts'

const remedies: Record<string, string> = {
  'Date.now': 'take a clock as an argument (server/platform/clock.ts, client/lib/time.ts).',
  'new Date()': 'take a clock as an argument (server/platform/clock.ts, client/lib/time.ts).',
  'performance.now': 'take a clock as an argument (server/platform/clock.ts, client/lib/time.ts).',
  'Math.random': 'take chance as an argument (server/platform/chance.ts, client/lib/ids.ts).',
  setTimeout: 'take timers as an argument (server/platform/clock.ts, client/lib/time.ts).',
  setInterval: 'take timers as an argument (server/platform/clock.ts, client/lib/time.ts).',
}

/** Every reach for the real time, chance or timers; the reviewed exceptions are the caller's. */
export function checkTimeAndChance(files: SourceFile[]): Violation[] {
  return files.flatMap(({ path, uses }) =>
    uses.flatMap(({ name, line }) => {
      const remedy = remedies[name]
      return remedy === undefined ? [] : [{ file: path, line, rule: 'time-and-chance', remedy: `${name}: ${remedy}` }]
    }),
  )
}

/** The environment is read once and checked there; everything else gets the configuration. */
export function checkEnvironment(files: SourceFile[]): Violation[] {
  return files.flatMap(({ path, uses }) =>
    uses
      .filter(({ name }) => name === 'process.env')
      .map(({ line }) => ({
        file: path,
        line,
        rule: 'environment',
        remedy: 'process.env: add the variable to server/platform/config.ts and take it from the configuration.',
      })),
  )
}

/** Tests wait for a named condition: a sleep is too short on one machine and too long on the next. */
export function checkSleeps(tests: SourceFile[]): Violation[] {
  return tests.flatMap(({ path, uses, imports }) => [
    ...uses
      .filter(({ name }) => name === 'setTimeout' || name === 'setInterval')
      .map(({ name, line }) => ({ file: path, line, rule: 'sleeps', remedy: `${name}: ${waitInstead}` })),
    ...imports
      .filter(({ specifier }) => specifier === 'node:timers/promises')
      .map(({ specifier, line }) => ({ file: path, line, rule: 'sleeps', remedy: `${specifier}: ${waitInstead}` })),
  ])
}

const waitInstead = 'use a fake clock, or wait for a condition (tests/support/until.ts).'
