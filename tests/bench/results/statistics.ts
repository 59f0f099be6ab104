/** Medians and ratios of runs, and the refusal of those that would mean nothing. */
import type { Owed } from './owed.ts'
import { disturbanceOf, type Run } from './Run.ts'

/** Fewer runs have no median worth the name. */
export const leastRuns = 3

export type Verdict =
  | { kind: 'reached' | 'missed'; value: number }
  /** There is no figure, and why. */
  | { kind: 'refused'; reason: string }

/** @throws when there is nothing to take the middle of */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  if (upper === undefined || lower === undefined) throw new Error('the median of no values')
  return (lower + upper) / 2
}

/** Compares what we owe with what was measured. `needed` is the number of clean runs without which nothing is said. */
export function judge(owed: Owed, runs: Run[], needed = leastRuns): Verdict {
  const names = [owed.of, ...(owed.against ?? [])]
  for (const name of names) {
    const reason = reasonAgainst(name, runs, needed, owed.measure)
    if (reason !== null) return { kind: 'refused', reason }
  }
  const own = medianOf(owed.of, owed.measure, runs)
  const value = owed.against || owed.againstMeasure ? own / yardstick(owed, runs) : own
  const isReached = owed.relation === 'at most' ? value <= owed.bound : value >= owed.bound
  return { kind: isReached ? 'reached' : 'missed', value }
}

/** Null when there are enough runs of a contestant of which nothing is to be said. */
function reasonAgainst(name: string, runs: Run[], needed: number, measure: string): string | null {
  const all = runs.filter(({ contestant }) => contestant === name)
  const [problem] = all.flatMap(({ problems }) => problems)
  // Not noise that another run would even out: what did not arrive cannot be fast.
  if (problem !== undefined) return `${name}: ${problem}`
  const disturbances = all.map(disturbanceOf).filter((reason) => reason !== null)
  const clean = all.length - disturbances.length
  if (clean < needed)
    return `${name}: ${clean} clean runs of ${needed}${disturbances[0] ? ` (${disturbances[0]})` : ''}`
  const lacks = all.some((run) => disturbanceOf(run) === null && run.measures[measure] === undefined)
  return lacks ? `${name}: ${measure} was not measured` : null
}

function yardstick({ of, against, againstMeasure, measure, relation }: Owed, runs: Run[]): number {
  if (againstMeasure !== undefined) return medianOf(of, againstMeasure, runs)
  const medians = (against ?? []).map((name) => medianOf(name, measure, runs))
  // The better of the others: the smaller where small is good.
  return relation === 'at most' ? Math.min(...medians) : Math.max(...medians)
}

export function medianOf(name: string, measure: string, runs: Run[]): number {
  const clean = runs.filter((run) => run.contestant === name && disturbanceOf(run) === null)
  return median(clean.flatMap(({ measures }) => measures[measure] ?? []))
}
