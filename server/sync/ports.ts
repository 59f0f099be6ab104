/** What the hub needs from outside: a way to a client, and a store. It knows neither sockets nor SQL. */
import type { CloseCode } from '../../shared/contracts/closeCodes.ts'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'

/** The other end of a connection. `close` may be called twice; nothing is sent after it. */
export interface Peer {
  send(frame: Uint8Array): void
  close(code: CloseCode, reason: string): void
  /** Bytes that were sent and have not left this process. */
  readonly backlogBytes: number
}

export interface UpdateRow {
  document: DocumentName
  /** Whose connection delivered it. */
  participantId: ParticipantId
  bytes: Uint8Array
  at: number
}

export interface StoredDocument {
  snapshot: Uint8Array | null
  updates: { id: number; bytes: Uint8Array }[]
}

export interface DocumentStore {
  /** All that was committed of a document, the updates in the order in which they were appended. */
  load(document: DocumentName): Promise<StoredDocument>
  /** Commits all rows or none; when it resolves they survive a power cut. */
  append(rows: UpdateRow[]): Promise<void>
  /** Puts a snapshot in the place of the update rows that it was made of, in one transaction. */
  compact(document: DocumentName, snapshot: Uint8Array, madeOf: number[], at: number): Promise<void>
}
