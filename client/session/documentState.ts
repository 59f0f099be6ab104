/**
 * What may be said of a document's connection, as a pure fold: which changes made here are on the server's disk, which
 * travel, which are kept on this laptop. Time comes in as an argument. It opens no socket and reads no change: to it
 * they are bytes. See DocumentSession for the object around it and server/sync/SPEC.md for the confirmations.
 *
 * 1. A change leaves `kept` only inside a frame, and a frame leaves `inFlight` only by the server's confirmation.
 * 2. When the connection is lost, what was in flight is kept again: the step 2 of the next connection carries it.
 * 3. *Saved* is said only when nothing is kept and nothing is in flight.
 */
import { type AccessCode, accessCodes } from '../../shared/contracts/sync.ts'

/** A drop shorter than this is not worth a word: hotel wifi does it all day. */
export const shortDropMs = 2_000

/** *Saved* waits for a pause of this length, so that the word stands still while somebody types. */
export const quietMs = 600

/** Unconfirmed for this long means that the line carries nothing, even if the socket still looks open. */
export const stalledMs = 10_000

export type DocumentStatus =
  /** Nothing has come yet: there is no text to show. */
  | { state: 'connecting' }
  | { state: 'saved' }
  | { state: 'saving' }
  /** `unsent` changes are on this laptop only and are sent when the connection is back. */
  | { state: 'offline'; unsent: number }
  /** The server has what was written and cannot save it for now; `unsent` changes of this window are among it. */
  | { state: 'unsaved'; unsent: number }
  /** The changes that were made before it was known, `unsent`, are on this laptop only. */
  | { state: 'readOnly'; reason: ReadOnlyReason; unsent: number }
  /** The right to read has ended; what is under way is still taken. */
  | { state: 'leaving'; unsent: number }
  /** What the server has stored of the document is damaged; it is tried again until somebody has mended it. */
  | { state: 'quarantined'; unsent: number }
  /** The server closed for good (shared/contracts/closeCodes.ts); `unsent` changes never reached it. */
  | { state: 'refused'; code: number; unsent: number }

/** By right (role, meeting, lock), because the document is full, or because the server cannot save for now. */
export type ReadOnlyReason = 'right' | 'full' | 'unsaved'

export type DocumentEvent =
  | { type: 'opened'; at: number }
  /** The server's whole text is here. */
  | { type: 'synced' }
  | { type: 'access'; code: AccessCode; at: number }
  /** Words that the server has cannot be saved, or can again. */
  | { type: 'trouble'; isTrouble: boolean; at: number }
  | { type: 'quarantined' }
  /** Somebody changed the document in this window: `update` is the change as Yjs wrote it. */
  | { type: 'changed'; update: Uint8Array; at: number }
  /** A sync frame left on the open connection: a step 2 carries all that is kept, an update one change. */
  | { type: 'sent'; frame: 'step2' | 'update' }
  /** The first `frames` sync frames of this connection are on the server's disk. */
  | { type: 'confirmed'; frames: number; at: number }
  | { type: 'lost'; at: number }
  | { type: 'refused'; code: number }
  /** What is unsent is no longer this window's to send: it went beside the document. */
  | { type: 'released' }

export interface DocumentState {
  link: { state: 'down' } | { state: 'open' } | { state: 'refused'; code: number }
  /** The text has been here at least once. */
  loaded: boolean
  /** The server's text has come on this connection. */
  synced: boolean
  /** Our step 2 has gone on this connection; a read-only one is not asked for it. */
  answered: boolean
  access: AccessCode
  isTrouble: boolean
  isQuarantined: boolean
  /** Changes that are in no frame of the present connection, oldest first. */
  kept: readonly Uint8Array[]
  /** Frames sent and not confirmed, oldest first, each with the changes that it carries. */
  inFlight: readonly (readonly Uint8Array[])[]
  /** Frames of the present connection that are confirmed. */
  confirmed: number
  /** Since when the connection has not been whole; null before the first loss. */
  lostAt: number | null
  changedAt: number
  /** Since when the oldest unsent change could have been confirmed: how long nothing got through is counted from here. */
  progressAt: number
}

export const initialDocumentState: DocumentState = {
  link: { state: 'down' },
  loaded: false,
  synced: false,
  answered: false,
  access: accessCodes.readOnly,
  isTrouble: false,
  isQuarantined: false,
  kept: [],
  inFlight: [],
  confirmed: 0,
  lostAt: null,
  changedAt: Number.NEGATIVE_INFINITY,
  progressAt: Number.NEGATIVE_INFINITY,
}

export function evolveDocument(state: DocumentState, event: DocumentEvent): DocumentState {
  switch (event.type) {
    case 'opened':
      return { ...state, link: { state: 'open' }, isTrouble: false, progressAt: event.at }
    case 'synced':
      return { ...state, loaded: true, synced: true }
    case 'access':
      return { ...state, access: event.code, isQuarantined: false, progressAt: event.at }
    case 'trouble':
      return { ...state, isTrouble: event.isTrouble, progressAt: event.at }
    case 'quarantined':
      return { ...state, isQuarantined: true }
    case 'changed':
      return {
        ...state,
        kept: [...state.kept, event.update],
        changedAt: event.at,
        progressAt: unsentOf(state) === 0 ? event.at : state.progressAt,
      }
    case 'sent':
      return send(state, event.frame)
    case 'confirmed':
      return {
        ...state,
        inFlight: state.inFlight.slice(Math.max(0, event.frames - state.confirmed)),
        confirmed: Math.max(state.confirmed, event.frames),
        progressAt: event.at,
      }
    case 'lost':
      return { ...down(state), link: { state: 'down' }, lostAt: isWhole(state) ? event.at : (state.lostAt ?? event.at) }
    case 'refused':
      return { ...down(state), link: { state: 'refused', code: event.code } }
    case 'released':
      return { ...state, kept: [], inFlight: [] }
  }
}

function send(state: DocumentState, frame: 'step2' | 'update'): DocumentState {
  // An update goes out in the moment of its change: it is the newest one.
  const from = frame === 'step2' ? 0 : Math.max(0, state.kept.length - 1)
  return {
    ...state,
    answered: state.answered || frame === 'step2',
    kept: state.kept.slice(0, from),
    inFlight: [...state.inFlight, state.kept.slice(from)],
  }
}

function down(state: DocumentState): DocumentState {
  return { ...state, synced: false, answered: false, kept: unsentChanges(state), inFlight: [], confirmed: 0 }
}

/** The changes made here that the server has not confirmed: those under way, then those kept. */
export function unsentChanges(state: DocumentState): readonly Uint8Array[] {
  return [...state.inFlight.flat(), ...state.kept]
}

/** How many they are. */
export function unsentOf(state: DocumentState): number {
  return state.inFlight.reduce((sum, changes) => sum + changes.length, state.kept.length)
}

function isWhole(state: DocumentState): boolean {
  return state.link.state === 'open' && state.synced
}

/** Whether typing makes sense: the text is here, and as far as is known the server will take what is typed. */
export function canWrite(state: DocumentState): boolean {
  return state.loaded && state.access === accessCodes.writable && state.link.state !== 'refused' && !state.isQuarantined
}

export function statusOf(state: DocumentState, now: number): DocumentStatus {
  const unsent = unsentOf(state)
  if (state.link.state === 'refused') return { state: 'refused', code: state.link.code, unsent }
  if (state.isQuarantined) return { state: 'quarantined', unsent }
  if (!state.loaded) return { state: 'connecting' }
  const whole = isWhole(state)
  const shortDrop = state.lostAt !== null && now < state.lostAt + shortDropMs
  if (!whole && !shortDrop) return { state: 'offline', unsent }
  if (state.access === accessCodes.leaving) return { state: 'leaving', unsent }
  if (state.access !== accessCodes.writable) return { state: 'readOnly', reason: reasons[state.access], unsent }
  if (state.isTrouble) return { state: 'unsaved', unsent }
  if (unsent > 0) {
    const isStalled = whole && now >= state.progressAt + stalledMs
    return isStalled ? { state: 'offline', unsent } : { state: 'saving' }
  }
  const isAnswerPending = !state.answered || state.inFlight.length > 0
  if (isAnswerPending && !shortDrop) return { state: 'saving' }
  return now < state.changedAt + quietMs ? { state: 'saving' } : { state: 'saved' }
}

const reasons = {
  [accessCodes.readOnly]: 'right',
  [accessCodes.full]: 'full',
  [accessCodes.unsaved]: 'unsaved',
} as const satisfies Partial<Record<AccessCode, ReadOnlyReason>>

/** When time alone will change the status; null when only an event can. */
export function statusChangesAt(state: DocumentState, now: number): number | null {
  const moments = [state.lostAt === null ? now : state.lostAt + shortDropMs, state.changedAt + quietMs]
  if (unsentOf(state) > 0) moments.push(state.progressAt + stalledMs)
  const coming = moments.filter((moment) => moment > now)
  return coming.length > 0 ? Math.min(...coming) : null
}
