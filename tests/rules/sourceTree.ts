/** Reads the project's own source files from disk for the rules; invented sources in their tests need no disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSource, type SourceFile } from './sourceFile.ts'

export const projectRoot = join(import.meta.dirname, '../..')

const isSource = /\.(ts|tsx|mjs)$/

/** The parsed files below folders of the project, in a stable order. */
export function readSources(...folders: string[]): SourceFile[] {
  return folders
    .filter((folder) => existsSync(join(projectRoot, folder)))
    .flatMap((folder) =>
      readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.replaceAll('\\', '/')}`,
      ),
    )
    .filter((path) => isSource.test(path) && !path.includes('/.output/'))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(projectRoot, path), 'utf8')))
}

/** The configuration files at the top of the project. */
export function readRootSources(): SourceFile[] {
  return readdirSync(projectRoot)
    .filter((path) => isSource.test(path))
    .map((path) => parseSource(path, readFileSync(join(projectRoot, path), 'utf8')))
}

/** Whether a file of the project exists, by its path relative to it. */
export function projectFileExists(path: string): boolean {
  return existsSync(join(projectRoot, path))
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('tests/')
}
