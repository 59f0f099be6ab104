/**
 * When shared documents have changed, for what is read from all of them and shown beside them: at once after a pause,
 * and then not more often than people look. Text that is being typed in is bound directly and does not wait for this.
 */
import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { type Cancel, type Clock, clock } from '../lib/time.ts'
import type { Store } from './observed.ts'

/** Shortest time between two versions: a ring that closes need not follow each letter. */
const restMs = 400

/** A number that grows when one of the documents has changed. */
export function settledVersion(docs: readonly Y.Doc[], time: Clock): Store<number> {
  const listeners = new Set<() => void>()
  let version = 0
  let isStale = false
  let cancelRest: Cancel | null = null

  function publish(): void {
    isStale = false
    version += 1
    cancelRest = time.after(restMs, () => {
      cancelRest = null
      if (isStale) publish()
    })
    for (const listener of [...listeners]) listener()
  }

  function handleUpdate(): void {
    isStale = true
    if (cancelRest === null) publish()
  }

  return {
    subscribe(listener) {
      if (listeners.size === 0) {
        // What changed while nobody listened was not heard.
        version += 1
        for (const doc of docs) doc.on('update', handleUpdate)
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        for (const doc of docs) doc.off('update', handleUpdate)
        cancelRest?.()
        cancelRest = null
      }
    },
    getSnapshot: () => version,
  }
}

/** `docs` is the same array as long as they are the same documents. */
export function useSettledVersion(docs: readonly Y.Doc[]): number {
  const store = useMemo(() => settledVersion(docs, clock), [docs])
  return useSyncExternalStore(store.subscribe, store.getSnapshot)
}
