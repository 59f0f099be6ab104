/** Every row of frames that ever harmed a room, kept: thrown first, for ever. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Throw } from './throwFrames.ts'

export interface Regression {
  /** What was wrong. */
  about: string
  throws: Throw[]
}

const folder = join(import.meta.dirname, 'regressions')

export function readRegressions(): Regression[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Regression)
}
