/**
 * Kysely's way to the worker that owns SQLite. There is one connection, handed to one user at a time, so a transaction
 * is alone with the database from BEGIN to COMMIT.
 */
import { Worker } from 'node:worker_threads'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { DatabaseError } from './DatabaseError.ts'

interface Answer {
  id: number
  rows?: unknown[]
  changes?: number
  error?: { message: string; code?: string }
}

export function sqliteDialect(file: string): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new WorkerDriver(file),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

class WorkerDriver implements Driver {
  readonly #file: string
  #connection: WorkerConnection | null = null
  /** Ends when the present user gives the connection back; the next one waits for it. */
  #turn: Promise<void> = Promise.resolve()
  #endTurn: () => void = () => undefined

  constructor(file: string) {
    this.#file = file
  }

  async init(): Promise<void> {
    this.#connection = await WorkerConnection.open(this.#file)
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const mine = this.#turn
    let end: () => void = () => undefined
    this.#turn = new Promise((resolve) => {
      end = resolve
    })
    await mine
    this.#endTurn = end
    if (!this.#connection) throw new DatabaseError('the database is not open', undefined)
    return this.#connection
  }

  async releaseConnection(): Promise<void> {
    this.#endTurn()
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await run(connection, 'BEGIN IMMEDIATE')
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await run(connection, 'COMMIT')
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await run(connection, 'ROLLBACK')
  }

  async destroy(): Promise<void> {
    await this.#connection?.close()
  }
}

function run(connection: DatabaseConnection, sql: string) {
  return connection.executeQuery({ sql, parameters: [] } as unknown as CompiledQuery)
}

class WorkerConnection implements DatabaseConnection {
  readonly #worker: Worker
  readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  #lastId = 0
  #dead: Error | null = null

  private constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (answer: Answer) => {
      this.#waiting.get(answer.id)?.resolve(answer)
      this.#waiting.delete(answer.id)
    })
    worker.on('error', (error) => this.#fail(error))
    worker.on('exit', () => this.#fail(new DatabaseError('the database thread has ended', undefined)))
  }

  static async open(file: string): Promise<WorkerConnection> {
    const worker = new Worker(new URL('./sqliteWorker.mjs', import.meta.url), { workerData: { file } })
    const connection = new WorkerConnection(worker)
    await run(connection, 'SELECT 1')
    return connection
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#dead) throw this.#dead
    const id = ++this.#lastId
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, sql, parameters })
    })
    if (answer.error) throw new DatabaseError(answer.error.message, answer.error.code)
    return { rows: (answer.rows ?? []) as R[], numAffectedRows: BigInt(answer.changes ?? 0) }
  }

  // biome-ignore lint/correctness/useYield: SQLite answers whole; nothing in the program streams a query.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new DatabaseError('streaming queries are not used', undefined)
  }

  async close(): Promise<void> {
    if (this.#dead) return
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve))
    this.#worker.postMessage('close')
    await ended
  }

  #fail(error: Error): void {
    this.#dead ??= error
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
