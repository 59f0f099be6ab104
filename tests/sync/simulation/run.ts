/** One run from its script to its verdict, and the shortest script that still shows what a failing one found. */

import { documentNames, type Script, type Step } from './script.ts'
import { take } from './steps.ts'
import { heal, judgeConvergence, judgeLeaving, judgeRights } from './verdict.ts'
import { World } from './World.ts'

/** Runs a script; throws what it finds. Gives what happened and how often. */
export async function run(script: Script): Promise<Map<string, number>> {
  const world = new World(script)
  for (const step of script.steps) await take(world, step)
  await heal(world, { anew: script.endsAnew })
  await judgeRights(world)
  for (const person of world.access.keys()) {
    for (const document of documentNames.keys()) world.setAccess(person, document, 'write')
  }
  await heal(world, { anew: false })
  await judgeConvergence(world)
  await judgeLeaving(world)
  return world.watch.happened
}

/** What a script finds, or null. */
export async function findingOf(script: Script): Promise<Error | null> {
  return run(script).then(
    () => null,
    (error: Error) => error,
  )
}

/** Leaves out steps, in ever smaller pieces, as long as the same rule is broken. */
export async function shrink(script: Script, finding: Error): Promise<Script> {
  let steps = script.steps
  const stillFinds = async (fewer: Step[]) => ruleOf(await findingOf({ ...script, steps: fewer })) === ruleOf(finding)
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < steps.length; ) {
      const fewer = [...steps.slice(0, start), ...steps.slice(start + size)]
      if (await stillFinds(fewer)) steps = fewer
      else start += size
    }
  }
  return { ...script, steps }
}

function ruleOf(finding: Error | null): string | null {
  return finding && (/^[A-Z]{2}\d+/.exec(finding.message)?.[0] ?? finding.message)
}
