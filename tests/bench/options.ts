/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util'
import { contestantNames } from './contestants/contestants.ts'
import { leastRuns } from './results/statistics.ts'
import { scenarios } from './scenarios/scenarios.ts'

export interface Options {
  scenarios: string[]
  runs: number
  /** Whom to measure beside us; null for everybody whom the scenario names. */
  others: string[] | null
  isQuick: boolean
  writesDocument: boolean
}

export const usage = `npm run bench                                         everything
npm run bench -- A D --runs 5 --peers relay,hocuspocus    some scenarios, other runs, some of the others
npm run bench -- --write                              and write docs/performance.md
npm run bench -- --quick                              tiny, to see that everything works: gives no ratios

${scenarios.map(({ id, about }) => `${id}  ${about}`).join('\n')}

others: ${contestantNames.filter((name) => name !== 'plenaria').join(', ')}
`

/** @throws an error that says in one line what is wrong */
export function readOptions(args: string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: String(leastRuns) },
      peers: { type: 'string' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  const chosen = positionals.map((id) => id.toUpperCase())
  refuseUnknown(
    'scenario',
    chosen,
    scenarios.map(({ id }) => id),
  )
  const others = values.peers?.split(',') ?? null
  refuseUnknown('server', others ?? [], contestantNames)
  if (!/^[1-9]\d?$/.test(values.runs)) throw new Error(`--runs is "${values.runs}": give 1 to 99.`)
  return {
    scenarios: scenarios.map(({ id }) => id).filter((id) => chosen.length === 0 || chosen.includes(id)),
    runs: values.quick ? 1 : Number(values.runs),
    others,
    isQuick: values.quick,
    writesDocument: values.write,
  }
}

function refuseUnknown(what: string, asked: string[], known: string[]): void {
  const unknown = asked.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new Error(`There is no ${what} "${unknown}": choose from ${known.join(', ')}.`)
}
