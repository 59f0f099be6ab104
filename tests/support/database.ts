/** A server’s database from outside, while it runs or after: the rows of every table as they stand there, and its lock. */
import { join } from 'node:path'
import Database from 'libsql'

export type Tables = Record<string, Record<string, unknown>[]>

export function readTables(dataDir: string): Tables {
  const database = new Database(join(dataDir, 'plenaria.db'), { readonly: true })
  try {
    const names = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .all() as { name: string }[]
    return Object.fromEntries(
      names.map(({ name }) => [name, database.prepare(`SELECT rowid, * FROM "${name}" ORDER BY rowid`).all()]),
    ) as Tables
  } finally {
    database.close()
  }
}

/** Keeps everybody else from writing until the function that it gives is called, as a backup or a virus scanner does. */
export function lockDatabase(dataDir: string): () => void {
  const database = new Database(join(dataDir, 'plenaria.db'))
  database.exec('BEGIN EXCLUSIVE')
  return () => {
    database.exec('ROLLBACK')
    database.close()
  }
}
