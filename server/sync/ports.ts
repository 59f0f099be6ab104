/** What the hub needs from outside: a way to a client, and a store. It knows neither sockets nor SQL. */
import type { CloseCode } from '../../shared/contracts/closeCodes.ts'
import type { DepositId, DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'

/** The other end of a connection. `close` may be called twice; nothing is sent after it. */
export interface Peer {
  send(frame: Uint8Array): void
  close(code: CloseCode, reason: string): void
  /** Bytes that were sent and have not left this process. */
  readonly backlogBytes: number
}

/** An update as it was delivered: what a log is made of, and who wrote what is read from. */
export interface LoggedUpdate {
  /** Whose connection delivered it; null in logs that are older than authorship. */
  participantId: ParticipantId | null
  /** The Yjs client id that this connection had declared as its own; null if it had declared none. */
  clientId: number | null
  bytes: Uint8Array
  at: number
}

export interface UpdateRow extends LoggedUpdate {
  document: DocumentName
}

export interface StoredUpdate extends LoggedUpdate {
  id: number
}

/** A whole state, and who wrote it (see Authorship). */
export interface StoredSnapshot {
  bytes: Uint8Array
  authors: Uint8Array | null
}

export interface StoredDocument {
  snapshot: StoredSnapshot | null
  updates: StoredUpdate[]
}

/** What takes the place of update rows: the state that they led to, and they themselves, packed (see segments). */
export interface Compaction {
  document: DocumentName
  snapshot: { bytes: Uint8Array; authors: Uint8Array }
  segment: Uint8Array
  /** The rows that went into it, by id and never by range: others may have been appended in between. */
  madeOf: number[]
  at: number
}

export type VersionKind = 'automatic' | 'named' | 'phase'

export interface VersionEntry {
  versionId: string
  kind: VersionKind
  name: string | null
  /** Who asked for it; null for an automatic one. */
  participantId: ParticipantId | null
  at: number
}

export interface Version extends VersionEntry {
  document: DocumentName
  /** The whole state as one Yjs update, packed (see platform/packing). */
  packed: Uint8Array
}

export interface DocumentStore {
  /**
   * All that was committed of a document, the updates in the order in which they were appended. Never reads segments.
   * Throws CorruptDocument when a checksum does not hold.
   */
  load(document: DocumentName): Promise<StoredDocument>
  /** Commits all rows or none; when it resolves they survive a power cut. */
  append(rows: UpdateRow[]): Promise<void>
  /** Puts a snapshot and a history segment in the place of rows, in one transaction. */
  compact(compaction: Compaction): Promise<void>
  /** The packed history of a document, oldest first. */
  segments(document: DocumentName): Promise<Uint8Array[]>
  addVersion(version: Version): Promise<void>
  /** Newest first. */
  versions(document: DocumentName): Promise<VersionEntry[]>
  /** The packed state of one version of this document; null if there is none. */
  version(document: DocumentName, versionId: string): Promise<Uint8Array | null>
}

/** Words of somebody who may not write them any more. */
export interface StoredDeposit {
  depositId: DepositId
  document: DocumentName
  participantId: ParticipantId
  /** The meeting's id. */
  scope: string
  update: Uint8Array
}

export interface DepositStore {
  deposit(depositId: DepositId): Promise<StoredDeposit | null>
  /** Those that were accepted and may not be in their document yet: names only, since any of them may be damaged. */
  acceptedDeposits(): Promise<DepositId[]>
  removeDeposit(depositId: DepositId): Promise<void>
}

/** What the disk gives back is not what was written. The document is not opened, so that nothing builds on it. */
export class CorruptDocument extends Error {
  readonly document: DocumentName

  constructor(document: DocumentName, what: string) {
    super(`${document}: ${what}`)
    this.name = 'CorruptDocument'
    this.document = document
  }
}
