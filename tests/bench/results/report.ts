/** The figures of a scenario as Markdown: medians of everybody, then what we owe beside what was reached. */
import type { Owed } from './owed.ts'
import { disturbanceOf, type Run } from './Run.ts'
import { judge, leastRuns, medianOf } from './statistics.ts'

/** All runs of one scenario that were made together. */
export interface ScenarioResult {
  id: string
  about: string
  isQuick: boolean
  isOnce: boolean
  /** ISO day. */
  date: string
  /** The commit that was measured. */
  revision: string
  runs: Run[]
}

/** Measures with a column of their own, as people read them; the others are in the JSON. */
const columns: Record<string, string> = {
  p50Ms: 'p50 ms',
  p99Ms: 'p99 ms',
  confirmP99Ms: 'saved p99 ms',
  cpuMicrosPerDelivery: 'µs CPU per delivery',
  stalenessP99Ms: 'staleness p99 ms',
  allInMs: 'all in, ms',
  wholeMs: 'whole, ms',
  yjsLoadMs: 'Yjs alone, ms',
  maxEditsPerSecond: 'edits/s',
  cpuSeconds: 'CPU s',
  cpuShare: 'share of a core',
  loadCpuShare: 'load’s share of a core',
  megabytesOut: 'MB out',
  peakMb: 'peak MB',
  grownMb: 'grown MB',
  beforeMb: 'before MB',
  touchedMb: 'touched MB',
  afterMb: 'after MB',
}

export function reportOf(result: ScenarioResult, owed: Owed[]): string {
  const { id, about, date, revision } = result
  return [
    `### ${id}: ${about}`,
    `Measured ${date} at \`${revision}\`${result.isQuick ? ', in a tiny form that says nothing' : ''}.`,
    mediansTable(result.runs),
    owedTable(
      result,
      owed.filter(({ scenario }) => scenario === id),
    ),
  ].join('\n\n')
}

function mediansTable(runs: Run[]): string {
  const names = [...new Set(runs.map(({ contestant }) => contestant))]
  const shown = Object.keys(columns).filter((measure) => runs.some(({ measures }) => measure in measures))
  const rows = names.map((name) => {
    const own = runs.filter(({ contestant }) => contestant === name)
    const clean = own.filter((run) => run.problems.length === 0 && disturbanceOf(run) === null)
    const cells = shown.map((measure) =>
      clean.some(({ measures }) => measure in measures) ? spell(medianOf(name, measure, clean)) : '–',
    )
    return [name, `${clean.length} of ${own.length}`, ...cells]
  })
  return table(['median', 'clean runs', ...shown.map((measure) => columns[measure] ?? measure)], rows)
}

function owedTable({ runs, isQuick, isOnce }: ScenarioResult, lines: Owed[]): string {
  const rows = lines.map((line) => {
    const verdict = isQuick
      ? ({ kind: 'refused', reason: 'a quick run' } as const)
      : judge(line, runs, isOnce ? 1 : leastRuns)
    const yardstick = line.against
      ? ` × ${line.against.length > 1 ? 'the better of ' : ''}${line.against.join(', ')}`
      : ''
    const bound = `${line.relation === 'at most' ? '≤' : '≥'} ${spell(line.bound)}${yardstick}`
    if (verdict.kind === 'refused') return [line.what, bound, 'refused', verdict.reason]
    return [line.what, bound, spell(verdict.value), verdict.kind === 'reached' ? 'reached' : '**missed**']
  })
  return table(['owed', 'bound', 'measured', ''], rows)
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Three digits that matter. */
function spell(value: number): string {
  return value >= 1_000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}
