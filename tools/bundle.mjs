/**
 * Builds the parts that it is given by name, always: `node tools/bundle.mjs client server`, also `npm run build`.
 * It runs as a process of its own, because bundlers set NODE_ENV and keep memory that the server should not inherit.
 */
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundleServer } from 'esbuild'
import { build as bundleClient } from 'vite'
import { clearStamp, fingerprint, partNames, writeStamp } from './buildStamp.mjs'
import { compressFolder } from './compress.mjs'

const root = join(import.meta.dirname, '..')

/** SQLite's worker is plain JavaScript and loaded by address, so it is no part of the bundle. */
const workerSource = join(root, 'server/storage/sqliteWorker.mjs')
const workerOutput = join(root, 'dist/server/sqliteWorker.mjs')

/** The editor is one large chunk by design: it loads when a case is opened. Beyond this somebody should look. */
const largestChunkKb = 700

/** @type {Record<import('./buildStamp.mjs').Part, () => Promise<void>>} */
const builders = {
  async client() {
    await bundleClient({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { chunkSizeWarningLimit: largestChunkKb },
    })
    compressFolder(join(root, 'dist/client'))
  },
  async server() {
    await bundleServer({
      absWorkingDir: root,
      entryPoints: ['server/main.ts'],
      outfile: 'dist/server/main.js',
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      // Dependencies stay in node_modules: libsql holds a binary, and npm already pins them.
      packages: 'external',
      sourcemap: true,
      sourcesContent: false,
      logLevel: 'warning',
    })
    if (existsSync(workerSource)) copyFileSync(workerSource, workerOutput)
  },
}

const asked = process.argv.slice(2)
for (const part of partNames) {
  if (!asked.includes(part)) continue
  const print = fingerprint(root, part)
  clearStamp(root, part)
  try {
    await builders[part]()
    writeStamp(root, part, print)
  } catch (error) {
    console.error(`Cannot build the ${part}: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
