/**
 * The tables as Kysely sees them. Times are milliseconds since the epoch, secrets are stored as hashes, JSON is text,
 * booleans do not occur (SQLite has none).
 */
import type { Generated } from 'kysely'

export interface Tables {
  meeting: { id: string; code: string; created_at: number }
  event: {
    stream: string
    seq: number
    meeting_id: string
    type: string
    payload: string
    actor_id: string | null
    at: number
  }
  /** The first answer to each command that carried an id. */
  command: { meeting_id: string; actor_id: string; command_id: string; answer: string; at: number }
  participant: {
    id: string
    meeting_id: string
    name: string
    country: string | null
    agency: string | null
    language: string | null
  }
  content: { id: string; meeting_id: string; text: string; language: string | null }
  invitation: {
    id: string
    meeting_id: string
    token_hash: string
    role: string
    function: string | null
    name: string | null
    country: string | null
    agency: string | null
    language: string | null
    participant_id: string | null
    created_at: number
  }
  /** A browser that signed in; it can hold several seats. */
  session: { id_hash: string; created_at: number }
  /** One person's place, reached by a bearer token, and by a session when a browser joined. */
  seat: {
    id: Generated<number>
    participant_id: string
    meeting_id: string
    token_hash: string
    session_hash: string | null
    created_at: number
    /** When its person was removed; null while it holds. */
    ended_at: number | null
  }
  /** A day as `2021-12-13` in the meeting's time zone. */
  attendance: { meeting_id: string; participant_id: string; day: string }
  document: { name: string; meeting_id: string }
  /** The bytes of a file in pieces, counted from 0; what the file is stands in its event. */
  attachment_chunk: { attachment_id: string; position: number; meeting_id: string; bytes: Uint8Array }
  document_update: {
    id: Generated<number>
    document: string
    participant_id: string | null
    /** The Yjs client id that the delivering connection had declared as its own. */
    client_id: number | null
    bytes: Uint8Array
    at: number
    /** CRC-32 of the bytes; null in rows that are older than checksums. */
    checksum: number | null
  }
  document_snapshot: {
    document: string
    bytes: Uint8Array
    authors: Uint8Array | null
    at: number
    /** CRC-32 of the bytes and then the authors. */
    checksum: number | null
  }
  /** Update rows that a compaction took out, packed. */
  document_segment: { id: Generated<number>; document: string; at: number; bytes: Uint8Array; checksum: number }
  document_version: {
    id: string
    document: string
    kind: string
    name: string | null
    participant_id: string | null
    at: number
    bytes: Uint8Array
    checksum: number
  }
  /** What somebody wrote who had lost the right to write it: kept apart until it is decided on. */
  deposit: {
    id: string
    document: string
    participant_id: string
    at: number
    bytes: Uint8Array
    checksum: number
    /** When a moderator accepted it; null while it waits. */
    accepted_at: number | null
  }
}
