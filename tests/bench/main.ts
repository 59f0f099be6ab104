/**
 * `npm run bench`: our server and those of others in the same run, interleaved, each against the same load in a process
 * of its own. Prints medians, and ratios where they mean something.
 */
import { execFileSync } from 'node:child_process'
import type { Contestant } from './contestants/Contestant.ts'
import { contestantNamed } from './contestants/contestants.ts'
import { ensurePeer } from './contestants/peers.ts'
import { waitForQuiet } from './machine/quiet.ts'
import { type Options, readOptions, usage } from './options.ts'
import { bundlePrograms } from './programs.ts'
import { owed } from './results/owed.ts'
import { disturbanceOf, type Run } from './results/Run.ts'
import { reportOf } from './results/report.ts'
import { keep, writeDocument } from './results/store.ts'
import type { Scenario } from './scenarios/Scenario.ts'
import { scenarios } from './scenarios/scenarios.ts'

/** A run that was disturbed is made again, so often at most. */
const attempts = 3

/** Runs what the arguments ask for and gives the exit code. */
export async function main(args: string[]): Promise<number> {
  let options: Options | 'help'
  try {
    options = readOptions(args)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return 2
  }
  if (options === 'help') {
    process.stdout.write(usage)
    return 0
  }
  await bundlePrograms()
  let hasProblems = false
  for (const scenario of scenarios.filter(({ id }) => options.scenarios.includes(id))) {
    const runs = await runAll(scenario, options)
    const { id, about, isOnce = false } = scenario
    const result = { id, about, isOnce, isQuick: options.isQuick, date: today(), revision: revision(), runs }
    keep(result)
    process.stdout.write(`\n${reportOf(result, owed)}\n`)
    hasProblems ||= runs.some(({ problems }) => problems.length > 0)
  }
  if (options.writesDocument) {
    writeDocument(
      scenarios.map(({ id }) => id),
      owed,
    )
  }
  return hasProblems ? 1 : 0
}

/** a b c, a b c, a b c: whatever changes on the machine meanwhile changes for all of them. */
async function runAll(scenario: Scenario, options: Options): Promise<Run[]> {
  const { others } = options
  const names = scenario.contestants.filter((name, index) => index === 0 || others === null || others.includes(name))
  const contestants = names.map(contestantNamed)
  for (const { peer } of contestants) if (peer !== undefined) ensurePeer(peer)
  const runs: Run[] = []
  for (let run = 1; run <= (scenario.isOnce ? 1 : options.runs); run++) {
    for (const contestant of contestants) {
      process.stderr.write(`${scenario.id} ${run}/${options.runs} ${contestant.name}… `)
      const startedAt = performance.now()
      const made = await runOne(scenario, contestant, options.isQuick)
      const seconds = Math.round((performance.now() - startedAt) / 1_000)
      process.stderr.write(`${seconds} s ${made.problems[0] ?? disturbanceOf(made) ?? ''}\n`)
      runs.push(made)
    }
  }
  return runs
}

async function runOne(scenario: Scenario, contestant: Contestant, isQuick: boolean): Promise<Run> {
  for (let attempt = 1; ; attempt++) {
    if (!isQuick) await waitForQuiet()
    const run = await attemptOf(scenario, contestant, isQuick)
    if (isQuick || attempt === attempts || run.problems.length > 0 || disturbanceOf(run) === null) return run
  }
}

/** A run that breaks off is a run whose checks failed. */
async function attemptOf(scenario: Scenario, contestant: Contestant, isQuick: boolean): Promise<Run> {
  try {
    return { contestant: contestant.name, ...(await scenario.run(contestant, isQuick)) }
  } catch (error) {
    const [problem = ''] = String(error).split('\n', 1)
    return { contestant: contestant.name, measures: {}, problems: [problem], othersShare: 0 }
  }
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function revision(): string {
  return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
}
