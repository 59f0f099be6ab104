/** Opens the embedded database of a data folder, brings it to this version, and gives the ports over it. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Kysely, sql } from 'kysely'
import type { DocumentName, MeetingId } from '../../shared/contracts/ids.ts'
import type { AccessStore } from '../access/ports.ts'
import type { ProceedingsStore } from '../proceedings/ports.ts'
import type { DocumentStore } from '../sync/ports.ts'
import { accessStore } from './accessStore.ts'
import { documentStore, meetingOfDocument } from './documentStore.ts'
import { migrate } from './migrations.ts'
import { proceedingsStore } from './proceedingsStore.ts'
import { sqliteDialect } from './sqliteDialect.ts'
import type { Tables } from './tables.ts'

export interface Storage {
  proceedings: ProceedingsStore
  access: AccessStore
  documents: DocumentStore
  meetingOfDocument(document: DocumentName): Promise<MeetingId | null>
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

export async function openStorage(dataDir: string): Promise<Storage> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path.join(dataDir, 'plenaria.db')) })
  await migrate(db)
  return {
    proceedings: proceedingsStore(db),
    access: accessStore(db),
    documents: documentStore(db),
    meetingOfDocument: (document) => meetingOfDocument(db, document),
    ping: async () => {
      await sql`SELECT 1`.execute(db)
    },
    close: () => db.destroy(),
  }
}
