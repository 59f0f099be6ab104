/**
 * A value read from a shared Yjs type, as a store that React can follow: read again only when the type has changed, so
 * that a snapshot keeps its identity in between.
 */
import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

export interface Store<T> {
  subscribe(listener: () => void): () => void
  getSnapshot(): T
}

/** The methods of a shared type that following it needs. */
type SharedType = Pick<Y.Map<unknown> | Y.Text | Y.XmlFragment, 'observeDeep' | 'unobserveDeep'>

/** `read` gets the value that it gave before, to keep what has not changed. */
export function observed<T>(type: SharedType, read: (previous: T | null) => T): Store<T> {
  let value: T | null = null
  let isStale = true
  const listeners = new Set<() => void>()
  const handleChange = () => {
    isStale = true
    for (const listener of [...listeners]) listener()
  }
  return {
    subscribe(listener) {
      // What changed while nobody listened was not heard.
      if (listeners.size === 0) {
        isStale = true
        type.observeDeep(handleChange)
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) type.unobserveDeep(handleChange)
      }
    },
    getSnapshot() {
      if (isStale || value === null) value = read(value)
      isStale = false
      return value
    },
  }
}

/** Follows a shared type; `read` must not depend on anything but the type. */
export function useObserved<T>(type: SharedType, read: (previous: T | null) => T): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is a new function each time and reads the same.
  const store = useMemo(() => observed(type, read), [type])
  return useSyncExternalStore(store.subscribe, store.getSnapshot)
}
