/**
 * The schema, one step after another. A step that has run anywhere is never edited; a change is a new step. The same
 * steps run on every engine; where SQLite and PostgreSQL have other words for one thing, `EngineWords` has the word.
 */
import { type ColumnDataType, type CreateTableBuilder, type Kysely, type MigrationProvider, Migrator } from 'kysely'

/** What a step needs to know of the engine. */
export interface EngineWords {
  bytes: ColumnDataType
  /** Adds the column `id` that counts up by itself and is the primary key. */
  withId<T extends string>(table: CreateTableBuilder<T>): CreateTableBuilder<T>
}

export const sqliteWords: EngineWords = {
  bytes: 'blob',
  withId: (table) => table.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement()),
}

export const postgresWords: EngineWords = {
  bytes: 'bytea',
  withId: (table) => table.addColumn('id', 'bigserial', (column) => column.primaryKey()),
}

type Step = (db: Kysely<unknown>, words: EngineWords) => Promise<void>

const steps: Record<string, Step> = {
  '0001-meetings-and-documents': createFirstSchema,
  '0002-attendance': createAttendance,
  '0003-attachments': createAttachments,
  '0004-document-history': createDocumentHistory,
  '0005-accepted-deposits': addAcceptedDeposits,
}

async function createFirstSchema({ schema }: Kysely<unknown>, words: EngineWords): Promise<void> {
  await schema
    .createTable('meeting')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('code', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema
    .createTable('event')
    .addColumn('stream', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_stream_seq', ['stream', 'seq'])
    .execute()
  await schema.createIndex('event_meeting').on('event').column('meeting_id').execute()
  await schema
    .createTable('command')
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('command_once', ['meeting_id', 'actor_id', 'command_id'])
    .execute()
  await schema
    .createTable('participant')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('country', 'text')
    .addColumn('agency', 'text')
    .addColumn('language', 'text')
    .execute()
  await schema.createIndex('participant_meeting').on('participant').column('meeting_id').execute()
  await schema
    .createTable('content')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('language', 'text')
    .execute()
  await schema
    .createTable('invitation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('function', 'text')
    .addColumn('name', 'text')
    .addColumn('country', 'text')
    .addColumn('agency', 'text')
    .addColumn('language', 'text')
    .addColumn('participant_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema
    .createTable('session')
    .addColumn('id_hash', 'text', (column) => column.primaryKey())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await words
    .withId(schema.createTable('seat'))
    .addColumn('participant_id', 'text', (column) => column.notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('session_hash', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema.createIndex('seat_session').on('seat').column('session_hash').execute()
  await schema.createIndex('seat_participant').on('seat').column('participant_id').execute()
  await schema
    .createTable('document')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .execute()
  await words
    .withId(schema.createTable('document_update'))
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('participant_id', 'text')
    .addColumn('bytes', words.bytes, (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await schema.createIndex('document_update_document').on('document_update').column('document').execute()
  await schema
    .createTable('document_snapshot')
    .addColumn('document', 'text', (column) => column.primaryKey())
    .addColumn('bytes', words.bytes, (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
}

async function createAttendance({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('attendance')
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('participant_id', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('attendance_once', ['meeting_id', 'participant_id', 'day'])
    .execute()
}

async function createAttachments({ schema }: Kysely<unknown>, words: EngineWords): Promise<void> {
  await schema
    .createTable('attachment_chunk')
    .addColumn('attachment_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('meeting_id', 'text', (column) => column.notNull())
    .addColumn('bytes', words.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('attachment_chunk_place', ['attachment_id', 'position'])
    .execute()
  await schema.createIndex('attachment_chunk_meeting').on('attachment_chunk').column('meeting_id').execute()
}

/** Who wrote what, what a log was before it was compacted, whole states to go back to, and what came too late. */
async function createDocumentHistory({ schema }: Kysely<unknown>, words: EngineWords): Promise<void> {
  // SQLite adds one column per statement. Rows that are older than their checksum are not checked.
  await schema.alterTable('document_update').addColumn('client_id', 'bigint').execute()
  await schema.alterTable('document_update').addColumn('checksum', 'bigint').execute()
  await schema.alterTable('document_snapshot').addColumn('authors', words.bytes).execute()
  await schema.alterTable('document_snapshot').addColumn('checksum', 'bigint').execute()
  await words
    .withId(schema.createTable('document_segment'))
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('bytes', words.bytes, (column) => column.notNull())
    .addColumn('checksum', 'bigint', (column) => column.notNull())
    .execute()
  await schema.createIndex('document_segment_document').on('document_segment').column('document').execute()
  await schema
    .createTable('document_version')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('participant_id', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('bytes', words.bytes, (column) => column.notNull())
    .addColumn('checksum', 'bigint', (column) => column.notNull())
    .execute()
  await schema.createIndex('document_version_document').on('document_version').column('document').execute()
  await schema
    .createTable('deposit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('participant_id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('bytes', words.bytes, (column) => column.notNull())
    .addColumn('checksum', 'bigint', (column) => column.notNull())
    .execute()
  // A seat that has ended opens nothing any more; its person may still hand in what they wrote.
  await schema.alterTable('seat').addColumn('ended_at', 'bigint').execute()
}

/** An accepted deposit stays until its words are in their document and on disk. */
async function addAcceptedDeposits({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('deposit').addColumn('accepted_at', 'bigint').execute()
}

/** Brings the database to this version; throws, leaving it as it was, when a step fails. */
export async function migrate<T>(db: Kysely<T>, words: EngineWords): Promise<void> {
  const provider: MigrationProvider = {
    getMigrations: async () =>
      Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, { up: (tx) => step(tx, words) }])),
  }
  // Two steps were numbered on the same day and landed the other way round: each is independent of the other.
  const { error } = await new Migrator({ db, provider, allowUnorderedMigrations: true }).migrateToLatest()
  if (error) throw error
}
