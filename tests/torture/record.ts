/**
 * docs/torture.md as text in and text out: one row for each long test, the last time it ran in its full length. A row
 * is replaced by its name; what stands above the table is kept.
 */

export interface Outcome {
  name: string
  about: string
  rounds: number
  seed: number
  /** Null when everything held, else what did not. */
  failure: string | null
  seconds: number
  /** ISO day. */
  date: string
}

const head = '| name | what has to hold | rounds | seed | outcome | duration | date |\n|---|---|---|---|---|---|---|\n'

/** The document with the outcome in the row of its name, rows sorted by name. */
export function withOutcome(document: string, outcome: Outcome): string {
  const start = document.indexOf(head)
  const above = start < 0 ? `${document.trimEnd()}\n\n` : document.slice(0, start)
  const rows = start < 0 ? [] : document.slice(start + head.length).split('\n')
  const others = rows.filter((row) => row.trim() !== '' && !row.startsWith(`| ${outcome.name} |`))
  return `${above}${head}${[...others, rowOf(outcome)].sort().join('\n')}\n`
}

function rowOf({ name, about, rounds, seed, failure, seconds, date }: Outcome): string {
  const outcome = failure === null ? 'held' : `**did not hold**: ${failure}`
  const cells = [name, about, rounds, seed, outcome, spell(seconds), date]
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}

/** `48 s`, `12 min`, `2 h 5 min`. */
export function spell(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
