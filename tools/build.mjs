/**
 * Makes sure that `dist` holds what the sources say, before a start or a test. It decides in milliseconds and starts
 * the bundlers (`bundle.mjs`) only when something is missing or older than its sources.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isBuilt, isCurrent, partNames } from './buildStamp.mjs'

const projectRoot = join(import.meta.dirname, '..')

/**
 * Builds what is missing or out of date. An installation without development dependencies starts what it has.
 * @param {string} [root]
 * @param {readonly import('./buildStamp.mjs').Part[]} [parts] which of client and server; both without it
 * @throws an error whose message is one line: why there is nothing to start and what to do
 */
export async function buildMissing(root = projectRoot, parts = partNames) {
  const stale = parts.filter((part) => !isCurrent(root, part))
  if (stale.length === 0) return
  if (!hasBundlers(root)) {
    const missing = stale.filter((part) => !isBuilt(root, part))
    if (missing.length === 0) return
    throw new Error(
      `The ${missing.join(' and the ')} cannot be built, because the build tools are not installed: run "npm ci" first.`,
    )
  }
  console.error(`Building the ${stale.join(' and the ')}…`)
  await bundle(root, stale)
}

/** @param {string} root */
function hasBundlers(root) {
  const { resolve } = createRequire(join(root, 'package.json'))
  try {
    return Boolean(resolve('vite/package.json') && resolve('esbuild/package.json'))
  } catch {
    // Not found: what was asked.
    return false
  }
}

/**
 * @param {string} root
 * @param {string[]} stale
 */
async function bundle(root, stale) {
  // What bundlers say goes to stderr: stdout belongs to the server's log lines and the tests' closing line.
  const child = spawn(process.execPath, [join(root, 'tools/bundle.mjs'), ...stale], {
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const endChild = () => child.kill()
  process.once('exit', endChild)
  const [code] = await once(child, 'exit')
  process.off('exit', endChild)
  if (code !== 0) throw new Error(`The ${stale.join(' and the ')} could not be built: the reason stands above.`)
}
