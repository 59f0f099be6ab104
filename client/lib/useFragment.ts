/** What stands behind the `#` of the address; it never reaches a server, so secrets travel there. */
import { useSyncExternalStore } from 'react'

export function useFragment(): string {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('hashchange', listener)
      return () => removeEventListener('hashchange', listener)
    },
    () => decodeURIComponent(location.hash.slice(1)),
  )
}
