/** Runs seed after seed. The first finding is shrunk and told with everything that is needed to see it again. */
import { drawScript } from './drawScript.ts'
import { findingOf, run, shrink } from './run.ts'
import type { Script } from './script.ts'

/** Gives what happened in all runs together, and how often. */
export async function search(
  seeds: { from: number; count: number; apart: number },
  progress: (done: number) => void = () => undefined,
): Promise<Map<string, number>> {
  const happened = new Map<string, number>()
  for (let done = 0; done < seeds.count; done++) {
    const seed = seeds.from + done * seeds.apart
    const script = drawScript(seed)
    try {
      for (const [what, count] of await run(script)) happened.set(what, (happened.get(what) ?? 0) + count)
    } catch (error) {
      throw await explain(seed, script, error as Error)
    }
    progress(done + 1)
  }
  return happened
}

async function explain(seed: number, script: Script, finding: Error): Promise<Error> {
  const shortest = await shrink(script, finding)
  const shown = (await findingOf(shortest)) ?? finding
  const { steps, ...cast } = shortest
  const lines = [
    `seed ${seed}: ${finding.message}`,
    `Again: npm run torture -- simulation --rounds 1 --seed ${seed}`,
    `Shortest script, for tests/sync/simulation/regressions/<name>.json (${shown.message}):`,
    JSON.stringify({ about: '', ...cast, steps: [] }),
    ...steps.map((step) => `  ${JSON.stringify(step)},`),
  ]
  return new Error(lines.join('\n'), { cause: shown })
}
