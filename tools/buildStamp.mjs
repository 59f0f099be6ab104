/**
 * Knows whether `dist` is what its sources say. Each part (client, server) leaves a stamp beside its output: a hash
 * over path, size and modification time of the files it is made from. Comparing it costs milliseconds and needs no
 * development dependency. It builds nothing: `bundle.mjs` does.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {'client' | 'server'} Part */

/** Changing these changes what either part becomes. */
const bothDependOn = ['shared', 'package-lock.json', 'tools/bundle.mjs']

/** What each part is made from, and the file that is there once it is built. */
export const parts = {
  client: { sources: ['client', 'vite.config.ts', ...bothDependOn], output: 'dist/client/index.html' },
  server: { sources: ['server', ...bothDependOn], output: 'dist/server/main.js' },
}

/** @type {Part[]} */
export const partNames = ['client', 'server']

/**
 * @param {string} root
 * @param {Part} part
 */
export function isBuilt(root, part) {
  return existsSync(join(root, parts[part].output))
}

/**
 * Built, and from the sources as they are now. Without sources (only `dist` was deployed) what is there is current.
 * @param {string} root
 * @param {Part} part
 */
export function isCurrent(root, part) {
  if (!isBuilt(root, part)) return false
  if (!existsSync(join(root, part))) return true
  const stamp = stampFile(root, part)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root, part)
}

/**
 * Call before building: a build that is interrupted then counts as none.
 * @param {string} root
 * @param {Part} part
 */
export function clearStamp(root, part) {
  rmSync(stampFile(root, part), { force: true })
}

/**
 * @param {string} root
 * @param {Part} part
 * @param {string} print the fingerprint taken before the build began, so that an edit made meanwhile is not missed
 */
export function writeStamp(root, part, print) {
  writeFileSync(stampFile(root, part), print)
}

/**
 * @param {string} root
 * @param {Part} part
 */
export function fingerprint(root, part) {
  const hash = createHash('sha256')
  for (const source of parts[part].sources) addTo(hash, root, source)
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} path relative to the root, with `/`
 */
function addTo(hash, root, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false })
  if (stats === undefined) return
  if (stats.isDirectory()) {
    for (const name of readdirSync(join(root, path)).sort()) addTo(hash, root, `${path}/${name}`)
  } else if (!/\.test\.tsx?$/.test(path)) {
    hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\0`)
  }
}

/**
 * @param {string} root
 * @param {Part} part
 */
function stampFile(root, part) {
  return join(root, 'dist', `${part}.stamp`)
}
