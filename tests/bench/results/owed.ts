/** What we owe, as data: each line a measure of ours against others, against another measure, or against a bound. */
import { limits } from '../../../shared/contracts/limits.ts'

export interface Owed {
  scenario: string
  /** In words, for the table. */
  what: string
  of: string
  measure: string
  /** The better of these is the yardstick; without it and `againstMeasure` the bound is absolute. */
  against?: string[]
  /** The yardstick is another measure of the same runs. */
  againstMeasure?: string
  relation: 'at most' | 'at least'
  bound: number
}

const slowReaders = 20

function ours(scenario: string, measure: string, what: string, bound: number, against?: string[]): Owed {
  const line: Owed = { scenario, what, of: 'plenaria', measure, relation: 'at most', bound }
  return against === undefined ? line : { ...line, against }
}

export const owed: Owed[] = [
  ours('A', 'cpuMicrosPerDelivery', 'CPU per delivered edit', 0.8, ['y-websocket-server']),
  ours('A', 'cpuMicrosPerDelivery', 'CPU per delivered edit', 0.85, ['hocuspocus']),
  ours('A', 'cpuMicrosPerDelivery', 'CPU per delivered edit', 1.5, ['relay-batch']),
  ours('A', 'p99Ms', 'p99 of the delivery', 0.7, ['y-websocket-server', 'hocuspocus']),
  ours('A', 'confirmP99Ms', 'p99 until an edit is confirmed as saved, ms', 50),
  ours('A', 'cpuMicrosPerDelivery', 'CPU with durability, against without', 1.15, ['plenaria-lazy-disk']),
  { ...ours('A', 'p99Ms', 'p99 with a disk that takes 500 ms more', 1.1, ['plenaria']), of: 'plenaria-slow-disk' },
  ours('B', 'cpuMicrosPerDelivery', 'CPU per delivered edit', 0.8, ['y-websocket-server']),
  ours('B', 'cpuMicrosPerDelivery', 'CPU per delivered edit', 0.6, ['hocuspocus-sqlite']),
  ours('B', 'cpuMicrosPerDelivery', 'CPU per delivered edit', 1.6, ['relay']),
  ours('B', 'p99Ms', 'p99 of the delivery', 1, ['y-websocket-server', 'hocuspocus-sqlite']),
  ours('C', 'cpuShare', 'share of a core', 0.1),
  ours('C', 'stalenessP99Ms', 'p99 of the staleness, ms', 250),
  ours('C', 'megabytesOut', 'bytes to the people', 0.25, ['hocuspocus']),
  ours('D', 'allInMs', 'time until all are in', 0.15, ['y-websocket-server']),
  ours('D', 'allInMs', 'time until all are in', 1.3, ['relay']),
  ours('D', 'peakMb', 'peak memory', 1, ['y-websocket-server']),
  ours('D', 'megabytesOut', 'bytes to the people', 0.5, ['y-websocket-server']),
  ours('E', 'wholeMs', 'time until the document is whole', 0.5, ['hocuspocus-sqlite']),
  { ...ours('E', 'wholeMs', 'the same, against Yjs loading the snapshot', 1.6), againstMeasure: 'yjsLoadMs' },
  ours('E', 'emptyFirstAnswers', 'empty first answers', 0),
  { ...ours('F', 'maxEditsPerSecond', 'most edits', 5, ['y-websocket-server']), relation: 'at least' },
  { ...ours('F', 'maxEditsPerSecond', 'most edits', 1, ['hocuspocus']), relation: 'at least' },
  { ...ours('F', 'maxEditsPerSecond', 'most edits', 0.6, ['relay-batch']), relation: 'at least' },
  ours('G', 'allInMs', 'time until all are back', 0.5, ['y-websocket-server', 'hocuspocus-sqlite']),
  ours('G', 'cpuSeconds', 'CPU until all are back', 0.5, ['y-websocket-server', 'hocuspocus-sqlite']),
  ours('S', 'p99Ms', 'p99 of the others', 1.2, ['plenaria-all-read']),
  ours('S', 'grownMb', 'memory for 20 who read nothing, MB', (slowReaders * limits.connectionBacklogBytes) / 1e6),
  ours('I', 'afterToBefore', 'memory after 10,000 documents, against before', 1.1),
]
