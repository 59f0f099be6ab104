/**
 * The worker thread that owns the SQLite database: it runs one statement at a time and answers. A slow disk blocks
 * this thread and never the one that relays people's words. Plain JavaScript, so that the same file is the worker of
 * the built server and of a test that runs the sources.
 */
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'libsql'

/**
 * @typedef {{ id: number, sql: string, parameters: readonly unknown[] }} Request
 * @typedef {{ id: number, rows: unknown[], changes: number } | { id: number, error: { message: string, code?: string } }} Answer
 */

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)

// Two servers on one folder would hold two copies of a live document and lose words: the second one may not start.
// The lock is a database of its own, so that the real one stays open to whoever wants to look.
const lock = new Database(`${workerData.file}.lock`)
try {
  lock.exec('BEGIN EXCLUSIVE')
} catch {
  // The driver's own error does not survive the way to the main thread.
  throw new Error('database is locked')
}

const database = new Database(workerData.file)

// WAL with FULL: a commit that was answered is on the disk, a power cut included (packages.md, section 1).
database.exec('PRAGMA journal_mode = WAL')
database.exec('PRAGMA synchronous = FULL')
database.exec('PRAGMA busy_timeout = 5000')

port.on('message', (/** @type {Request | 'close'} */ request) => {
  if (request === 'close') {
    database.close()
    lock.close()
    port.close()
    return
  }
  port.postMessage(run(request))
})

/** @param {Request} request @returns {Answer} */
function run({ id, sql, parameters }) {
  try {
    const statement = database.prepare(sql)
    if (!statement.reader) return { id, rows: [], changes: Number(statement.run(parameters).changes) }
    return { id, rows: statement.all(parameters).map(withBytes), changes: 0 }
  } catch (error) {
    const { message, code } = /** @type {{ message: string, code?: string }} */ (error)
    return { id, error: { message, ...(code === undefined ? {} : { code }) } }
  }
}

/** libsql gives a blob as an ArrayBuffer; the rest of the program knows Uint8Array. @param {any} row */
function withBytes(row) {
  for (const key of Object.keys(row)) if (row[key] instanceof ArrayBuffer) row[key] = new Uint8Array(row[key])
  return row
}
