/**
 * `npm run torture`: runs tests/torture on the built server. Vite reads the TypeScript, as it does for the tests that
 * Vitest runs.
 */
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { buildMissing } from './build.mjs'

await buildMissing(undefined, ['server'])
const { module } = await runnerImport(join(import.meta.dirname, '../tests/torture/main.ts'), { configFile: false })
process.exit(await module.main(process.argv.slice(2)))
