/**
 * One server for one database, until several can tell each other what they relay: two would hold two copies of a live
 * document and lose words. An advisory lock on a connection of its own ends with the process, however it ends.
 */
import pg from 'pg'
import { DatabaseError } from './DatabaseError.ts'

/** Any number will do, as long as it is always the same. */
const lockId = 715_172_100

/** Gives the function that ends the lock; throws when another server has it. */
export async function lockPostgres(connectionString: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString })
  // Without a listener a broken connection would end the process.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [lockId])
  if (rows[0]?.locked === true) return () => client.end()
  await client.end()
  throw new DatabaseError('database is locked', undefined)
}
