/**
 * One stream as this client knows it: a snapshot and the events since, folded in order by the same `evolve` as the
 * server's. Pure. An event that comes twice is dropped; one that comes too early waits, and the gap is asked for.
 */
import type { StoredEvent } from '../../shared/contracts/events.ts'
import type { StreamKind } from '../../shared/contracts/ids.ts'
import { evolve } from '../../shared/proceedings/evolve.ts'
import { initialState, type StateOf } from '../../shared/proceedings/state.ts'

/** An event in its place; `event` is null when its type is unknown here and only its number counts. */
export interface Numbered {
  seq: number
  event: StoredEvent | null
}

export interface StreamFold<K extends StreamKind = StreamKind> {
  kind: K
  /** The last event in `state`; null before the first snapshot. */
  seq: number | null
  state: StateOf[K]
  /** Events that came before what precedes them, in order. */
  early: readonly Numbered[]
}

export interface Folded<K extends StreamKind> {
  fold: StreamFold<K>
  /** The events that this step folded in, in order. */
  news: readonly StoredEvent[]
}

export function emptyFold<K extends StreamKind>(kind: K): StreamFold<K> {
  return { kind, seq: null, state: initialState[kind], early: [] }
}

/** Whether events are missing between what is folded and what waits. */
export function hasGap(fold: StreamFold): boolean {
  return fold.seq !== null && fold.early.length > 0
}

/** Starts from what the server folded; a field that a server of another version leaves out has its initial value. */
export function takeSnapshot<K extends StreamKind>(fold: StreamFold<K>, seq: number, state: StateOf[K]): Folded<K> {
  return drain({ ...fold, seq, state: { ...initialState[fold.kind], ...state } })
}

export function takeEvent<K extends StreamKind>(fold: StreamFold<K>, numbered: Numbered): Folded<K> {
  const isKnown = fold.seq !== null && numbered.seq <= fold.seq
  if (isKnown || fold.early.some((waiting) => waiting.seq === numbered.seq)) return { fold, news: [] }
  const early = [...fold.early, numbered].sort((a, b) => a.seq - b.seq)
  return drain({ ...fold, early })
}

/** Folds what follows without a hole. */
function drain<K extends StreamKind>(fold: StreamFold<K>): Folded<K> {
  const news: StoredEvent[] = []
  let { seq, state } = fold
  if (seq === null) return { fold, news }
  const early = fold.early.filter((waiting) => seq === null || waiting.seq > seq)
  while (early[0]?.seq === seq + 1) {
    const next = early.shift()
    seq += 1
    if (!next?.event) continue
    state = evolve(fold.kind, state, next.event, next.event)
    news.push(next.event)
  }
  return { fold: { ...fold, seq, state, early }, news }
}
