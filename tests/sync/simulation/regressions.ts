/** Every script that ever found something, shrunk and kept: replayed first, for ever. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Script } from './script.ts'

export interface Regression extends Script {
  /** What was wrong. */
  about: string
}

const folder = join(import.meta.dirname, 'regressions')

export function readRegressions(): Regression[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Regression)
}
