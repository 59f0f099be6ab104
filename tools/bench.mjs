/**
 * `npm run bench`: runs tests/bench on the built server. Vite reads the TypeScript; what is measured runs in processes
 * of its own, without it.
 */
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { buildMissing } from './build.mjs'

await buildMissing(undefined, ['server'])
const { module } = await runnerImport(join(import.meta.dirname, '../tests/bench/main.ts'), { configFile: false })
process.exit(await module.main(process.argv.slice(2)))
