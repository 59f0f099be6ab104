/**
 * The hub in a world that is moved by hand: people who write, lines that break, a disk that fails, a server that dies
 * between any two of its steps. What has to hold at each step is in simulation/Watch.ts, what at the end of each run in
 * simulation/verdict.ts: all of it in every run, so a title cites the rules that its runs lean on most.
 */
import { expect, test } from 'vitest'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { type Mood, moodNames } from './simulation/drawScript.ts'
import { readRegressions } from './simulation/regressions.ts'
import { findingOf } from './simulation/run.ts'
import { search } from './simulation/search.ts'

const runsPerMood = 500
/** A machine that does other things at the same time. */
const patientMs = 120_000

/** Over all runs: a simulation is worth something only if all of it occurs. */
const happened = new Map<string, number>()

test.each(readRegressions())('found once, and not again: $about', async (script) => {
  expect(await findingOf(script)).toBeNull()
})

test.each<[string, Mood]>([
  ['[UP1] [UP3] [UP4] [AC1] [AW2] [AW5] [SL1] whatever line breaks and when, all copies end equal', 'lines'],
  [
    '[AC2] [AC3] [AC4] [AC5] [AU1] [AU3] [DE2] whatever right ends and begins, nothing is taken, shown or lost by it',
    'rights',
  ],
  ['[PE2] [PE3] [PE5] whatever the disk refuses, what is confirmed is on it', 'disk'],
  ['[HS2] [PE4] [PE6] [AU4] [SD1] between whichever steps the server dies, what is confirmed comes back', 'deaths'],
])('%s', { timeout: patientMs }, async (_title, mood) => {
  const from = moodNames.length + moodNames.indexOf(mood)
  for (const [what, count] of await search({ from, count: runsPerMood, apart: moodNames.length })) {
    happened.set(what, (happened.get(what) ?? 0) + count)
  }
})

test('everything that can happen happened in those runs', () => {
  const access = ['none', 'read', 'write'].flatMap((from, _index, all) =>
    all.filter((to) => to !== from).map((to) => `access ${from} to ${to}`),
  )
  const calls = [
    'send',
    'close',
    'append asked',
    'append done',
    'load asked',
    'load done',
    'compact asked',
    'compact done',
    'deposit decided done',
    'deposit removed done',
  ]
  expect([...happened.keys()]).toEqual(
    expect.arrayContaining([
      ...access,
      ...[...calls, 'once', 'the end', 'a stop that takes too long'].map((call) => `crash at ${call}`),
      ...['both', 'client', 'server', 'nobody'].map((end) => `cut, noticed by ${end}`),
      ...['done', 'failed', 'answerLost'].map((outcome) => `disk ${outcome}`),
      ...[closeCodes.restarting, closeCodes.forbidden, closeCodes.tooSlow].map((code) => `closed with ${code}`),
      'compacted',
      'confirmed',
      'found dead by the server',
      'found silent by the client',
      'deposit declined',
      'deposit settled',
      'forged',
      'refused at the door',
      'shared between tabs',
      'stopped in order',
      'taken while leaving',
    ]),
  )
})
