/** PostgreSQL through `pg`'s pool, with whole numbers as numbers and its errors as ours. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import { DatabaseError } from './DatabaseError.ts'

/** Connections of one node: commands are short, and the hub commits one at a time. */
const poolSize = 10
/** A database that does not answer is an error to report, not a request that hangs. */
const connectWithinMs = 5_000

/** `int8` comes as text, because it may be too large for a number; ours are times and counters. */
const int8 = 20
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (id === int8 ? Number : pg.types.getTypeParser(id, format)),
}

export function postgresDialect(connectionString: string): Dialect {
  const pool = new pg.Pool({ connectionString, max: poolSize, connectionTimeoutMillis: connectWithinMs, types })
  // An idle connection that breaks is replaced; whoever asks next gets the error of their own query.
  pool.on('error', () => undefined)
  const config: PostgresDialectConfig = { pool }
  const dialect = new PostgresDialect(config)
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => new TranslatingDriver(config),
  }
}

class TranslatingDriver extends PostgresDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return translating(await super.acquireConnection().catch(translate))
  }
}

const wrapped = Symbol('wrapped')

/** The same connection comes from the pool again and again: it is changed once. */
function translating(connection: DatabaseConnection & { [wrapped]?: true }): DatabaseConnection {
  if (connection[wrapped]) return connection
  const execute = connection.executeQuery.bind(connection)
  connection[wrapped] = true
  connection.executeQuery = <R>(query: CompiledQuery): Promise<QueryResult<R>> => execute<R>(query).catch(translate)
  return connection
}

function translate(error: unknown): never {
  const { message, code } = error as { message: string; code?: string }
  throw new DatabaseError(message, code)
}
