/**
 * What may be said of a document's connection, as a pure fold: which changes made here are on the server's disk, which
 * travel, which are kept on this laptop. Time comes in as an argument. It opens no socket and knows no Yjs; see
 * DocumentSession for the object around it and server/sync/SPEC.md for the confirmations.
 *
 * 1. A change leaves `kept` only inside a frame, and a frame leaves `inFlight` only by the server's confirmation.
 * 2. When the connection is lost, what was in flight is kept again: the step 2 of the next connection carries it.
 * 3. *Saved* is said only when nothing is kept and nothing is in flight.
 */

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
  | { state: 'readOnly'; unsent: number }
  /** The server closed for good (shared/contracts/closeCodes.ts); `unsent` changes never reached it. */
  | { state: 'refused'; code: number; unsent: number }

export type DocumentEvent =
  | { type: 'opened'; at: number }
  /** The server's whole text is here. */
  | { type: 'synced' }
  | { type: 'access'; writable: boolean; at: number }
  /** Somebody changed the document in this window. */
  | { type: 'changed'; at: number }
  /** A sync frame left on the open connection: a step 2 carries all that is kept, an update one change. */
  | { type: 'sent'; frame: 'step2' | 'update' }
  /** The first `frames` sync frames of this connection are on the server's disk. */
  | { type: 'confirmed'; frames: number; at: number }
  | { type: 'lost'; at: number }
  | { type: 'refused'; code: number }

export interface DocumentState {
  link: { state: 'down' } | { state: 'open' } | { state: 'refused'; code: number }
  /** The text has been here at least once. */
  loaded: boolean
  /** The server's text has come on this connection. */
  synced: boolean
  /** Our step 2 has gone on this connection; a read-only one is not asked for it. */
  answered: boolean
  writable: boolean
  /** Changes that are in no frame of the present connection. */
  kept: number
  /** Frames sent and not confirmed, oldest first: how many changes each carries. */
  inFlight: readonly number[]
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
  writable: false,
  kept: 0,
  inFlight: [],
  confirmed: 0,
  lostAt: null,
  changedAt: Number.NEGATIVE_INFINITY,
  progressAt: Number.NEGATIVE_INFINITY,
}

export function evolveDocument(state: DocumentState, event: DocumentEvent): DocumentState {
  switch (event.type) {
    case 'opened':
      return { ...state, link: { state: 'open' }, progressAt: event.at }
    case 'synced':
      return { ...state, loaded: true, synced: true }
    case 'access':
      return { ...state, writable: event.writable, progressAt: event.at }
    case 'changed':
      return {
        ...state,
        kept: state.kept + 1,
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
  }
}

function send(state: DocumentState, frame: 'step2' | 'update'): DocumentState {
  const carried = frame === 'step2' ? state.kept : Math.min(1, state.kept)
  return {
    ...state,
    answered: state.answered || frame === 'step2',
    kept: state.kept - carried,
    inFlight: [...state.inFlight, carried],
  }
}

function down(state: DocumentState): DocumentState {
  return { ...state, synced: false, answered: false, kept: unsentOf(state), inFlight: [], confirmed: 0 }
}

/** Changes made here that the server has not confirmed. */
export function unsentOf(state: DocumentState): number {
  return state.inFlight.reduce((sum, changes) => sum + changes, state.kept)
}

function isWhole(state: DocumentState): boolean {
  return state.link.state === 'open' && state.synced
}

/** Whether typing makes sense: the text is here, and as far as is known the server will take what is typed. */
export function canWrite(state: DocumentState): boolean {
  return state.loaded && state.writable && state.link.state !== 'refused'
}

export function statusOf(state: DocumentState, now: number): DocumentStatus {
  const unsent = unsentOf(state)
  if (state.link.state === 'refused') return { state: 'refused', code: state.link.code, unsent }
  if (!state.loaded) return { state: 'connecting' }
  const whole = isWhole(state)
  const shortDrop = state.lostAt !== null && now < state.lostAt + shortDropMs
  if (!whole && !shortDrop) return { state: 'offline', unsent }
  if (!state.writable) return { state: 'readOnly', unsent }
  if (unsent > 0) {
    const isStalled = whole && now >= state.progressAt + stalledMs
    return isStalled ? { state: 'offline', unsent } : { state: 'saving' }
  }
  const isAnswerPending = !state.answered || state.inFlight.length > 0
  if (isAnswerPending && !shortDrop) return { state: 'saving' }
  return now < state.changedAt + quietMs ? { state: 'saving' } : { state: 'saved' }
}

/** When time alone will change the status; null when only an event can. */
export function statusChangesAt(state: DocumentState, now: number): number | null {
  const moments = [state.lostAt === null ? now : state.lostAt + shortDropMs, state.changedAt + quietMs]
  if (unsentOf(state) > 0) moments.push(state.progressAt + stalledMs)
  const coming = moments.filter((moment) => moment > now)
  return coming.length > 0 ? Math.min(...coming) : null
}
