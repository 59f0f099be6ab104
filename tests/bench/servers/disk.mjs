/**
 * Loaded into our server before itself, in its worker thread too: makes the disk another one. While the file
 * `BENCH_SLOW_WHILE` exists, each commit takes half a second longer; with `BENCH_LAZY` no commit waits for the disk. The
 * server knows nothing of it.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const delayMs = 500
const { BENCH_SLOW_WHILE, BENCH_LAZY } = process.env

if (!isMainThread) {
  const require = createRequire(import.meta.url)
  /** @type {any} */
  const { prototype } = require('libsql')
  const { exec, prepare } = prototype

  /** @param {string} sql */
  const beforeRunning = (sql) => {
    if (BENCH_SLOW_WHILE === undefined || !/^\s*commit/i.test(sql) || !existsSync(BENCH_SLOW_WHILE)) return
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delayMs)
  }

  /** @this {unknown} @param {string} sql */
  prototype.exec = function execOnThisDisk(sql) {
    beforeRunning(sql)
    const isLazy = BENCH_LAZY !== undefined && /pragma\s+synchronous/i.test(sql)
    return exec.call(this, isLazy ? 'PRAGMA synchronous = OFF' : sql)
  }

  /** @this {unknown} @param {string} sql */
  prototype.prepare = function prepareOnThisDisk(sql) {
    beforeRunning(sql)
    return prepare.call(this, sql)
  }
}
