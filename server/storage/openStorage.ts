/** Opens the database, brings it to this version, and gives the ports over it: one query code for both engines. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Kysely, sql } from 'kysely'
import type { DocumentName, MeetingId } from '../../shared/contracts/ids.ts'
import type { AccessStore } from '../access/ports.ts'
import type { ArchiveStore } from '../archive/ports.ts'
import type { AttendanceStore } from '../proceedings/Attendance.ts'
import type { AttachmentStore, ProceedingsStore } from '../proceedings/ports.ts'
import type { DepositStore, DocumentStore } from '../sync/ports.ts'
import { accessStore } from './accessStore.ts'
import { archiveStore } from './archiveStore.ts'
import { attachmentStore } from './attachmentStore.ts'
import { attendanceStore } from './attendanceStore.ts'
import { depositStore } from './depositStore.ts'
import { documentStore, meetingOfDocument } from './documentStore.ts'
import { type EngineWords, migrate, postgresWords, sqliteWords } from './migrations.ts'
import { postgresDialect } from './postgresDialect.ts'
import { lockPostgres } from './postgresLock.ts'
import { proceedingsStore } from './proceedingsStore.ts'
import { sqliteDialect } from './sqliteDialect.ts'
import type { Tables } from './tables.ts'

export interface Storage {
  proceedings: ProceedingsStore
  access: AccessStore
  documents: DocumentStore
  deposits: DepositStore
  archives: ArchiveStore
  attendance: AttendanceStore
  attachments: AttachmentStore
  meetingOfDocument(document: DocumentName): Promise<MeetingId | null>
  /** Throws when the database does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** PostgreSQL where `databaseUrl` says, else SQLite in the data folder. Throws when another server has it open. */
export async function openStorage(dataDir: string, databaseUrl: string | null = null): Promise<Storage> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  if (databaseUrl === null) {
    const db = new Kysely<Tables>({ dialect: sqliteDialect(path.join(dataDir, 'plenaria.db')) })
    return portsOver(db, sqliteWords, async () => undefined)
  }
  const unlock = await lockPostgres(databaseUrl)
  return portsOver(new Kysely<Tables>({ dialect: postgresDialect(databaseUrl) }), postgresWords, unlock)
}

async function portsOver(db: Kysely<Tables>, words: EngineWords, unlock: () => Promise<void>): Promise<Storage> {
  await migrate(db, words)
  return {
    proceedings: proceedingsStore(db),
    access: accessStore(db),
    documents: documentStore(db),
    deposits: depositStore(db),
    archives: archiveStore(db),
    attendance: attendanceStore(db),
    attachments: attachmentStore(db),
    meetingOfDocument: (document) => meetingOfDocument(db, document),
    ping: async () => {
      await sql`SELECT 1`.execute(db)
    },
    close: async () => {
      await db.destroy()
      await unlock()
    },
  }
}
