/**
 * Keeps the results of the last run of each scenario in the bench's folder, and writes docs/performance.md from them.
 * What stands above the marker in the document is written by hand and kept.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { benchFolder, projectRoot } from '../benchFolder.ts'
import type { Owed } from './owed.ts'
import { reportOf, type ScenarioResult } from './report.ts'

const folder = join(benchFolder, 'results')
const document = join(projectRoot, 'docs/performance.md')
const marker = '<!-- What follows is written by `npm run bench -- --write`. -->'

export function keep(result: ScenarioResult): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(result.id), JSON.stringify(result, null, 2))
}

/** Writes what was kept of these scenarios; quick runs are no figures. */
export function writeDocument(ids: string[], owed: Owed[]): void {
  const results = ids.filter((id) => existsSync(fileOf(id))).map((id): ScenarioResult => read(fileOf(id)))
  const figures = results.filter(({ isQuick }) => !isQuick).map((result) => reportOf(result, owed))
  const machine = `On ${availableParallelism()} cores with Node ${process.versions.node}, over loopback.`
  const [above = ''] = readFileSync(document, 'utf8').split(marker)
  writeFileSync(document, `${[`${above}${marker}`, machine, ...figures].join('\n\n')}\n`)
}

function fileOf(id: string): string {
  return join(folder, `${id}.json`)
}

function read(file: string): ScenarioResult {
  return JSON.parse(readFileSync(file, 'utf8'))
}
