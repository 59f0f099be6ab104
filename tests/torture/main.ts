/**
 * `npm run torture`: runs long tests by name, all without one, and keeps docs/torture.md. A run that is shorter than
 * the long form is only printed: the record holds what it says.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Outcome, spell, withOutcome } from './record.ts'
import type { Torture } from './Torture.ts'
import { tortures } from './tortures.ts'

const recordFile = join(import.meta.dirname, '../../docs/torture.md')

const usage = `npm run torture                                 all of them, in their full length
npm run torture -- kill --rounds 20 --seed 7    some by name, shorter, with a seed
npm run torture -- --list                       what there is
`

/** Runs what the arguments ask for and gives the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      rounds: { type: 'string' },
      list: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return say(usage, 0)
  if (values.list)
    return say(tortures.map(({ name, rounds, about }) => `${name} (${rounds} rounds): ${about}\n`).join(''), 0)
  const unknown = positionals.find((name) => !tortures.some((torture) => torture.name === name))
  if (unknown !== undefined) return say(`There is no long test "${unknown}".\n${usage}`, 2)
  const seed = wholeNumber(values.seed)
  const rounds = wholeNumber(values.rounds)
  if (Number.isNaN(seed) || Number.isNaN(rounds)) return say(`--seed and --rounds are whole numbers.\n${usage}`, 2)

  let failures = 0
  for (const torture of tortures.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    const outcome = await runOne(torture, rounds ?? torture.rounds, seed ?? Date.now() % 1_000_000)
    if (outcome.failure !== null) failures += 1
    if (outcome.rounds < torture.rounds) say('Shorter than its full length: not recorded.\n')
    else writeFileSync(recordFile, withOutcome(readFileSync(recordFile, 'utf8'), outcome))
  }
  return failures === 0 ? 0 : 1
}

async function runOne(torture: Torture, rounds: number, seed: number): Promise<Outcome> {
  const { name, about } = torture
  say(`${name}: ${rounds} rounds, seed ${seed}\n`)
  const startedAt = performance.now()
  const failure = await torture.run({ rounds, seed, report: (line) => say(`  ${line}\n`) }).then(
    () => null,
    (error: Error) => error,
  )
  const seconds = (performance.now() - startedAt) / 1_000
  if (failure) say(`${failure.stack}\n`)
  say(`${name}: ${failure ? 'did not hold' : 'held'} after ${spell(seconds)}\n`)
  return { name, about, rounds, seed, failure: failure?.message ?? null, seconds, date: today() }
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function say(text: string, code = 0): number {
  process.stdout.write(text)
  return code
}
