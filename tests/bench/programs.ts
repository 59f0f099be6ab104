/**
 * The processes that the bench starts beside our server: bundled from TypeScript once, so that they run as plain
 * JavaScript without a loader that would cost time where time is measured.
 */
import { join } from 'node:path'
import { build } from 'esbuild'
import { benchFolder, projectRoot } from './benchFolder.ts'

const sources = { load: 'load/main.ts', relay: 'servers/relay.ts', hocuspocus: 'servers/hocuspocus.ts' }
export type Program = keyof typeof sources

const folder = join(benchFolder, 'programs')

export function programFile(program: Program): string {
  return join(folder, `${program}.mjs`)
}

export async function bundlePrograms(): Promise<void> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: Object.fromEntries(Object.entries(sources).map(([name, file]) => [name, `tests/bench/${file}`])),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  })
}
