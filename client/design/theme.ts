/** Light or dark: follows the system until the person chooses, then keeps to the choice on this device. */
import { useSyncExternalStore } from 'react'
import { recall, remember } from '../lib/browserStore.ts'

export type Theme = 'light' | 'dark'

const systemDark = '(prefers-color-scheme: dark)'
const listeners = new Set<() => void>()

function currentTheme(): Theme {
  return recall().theme ?? (matchMedia(systemDark).matches ? 'dark' : 'light')
}

function apply(): void {
  document.documentElement.dataset.theme = currentTheme()
  for (const listener of listeners) listener()
}

/** Call once, before the first paint. */
export function startTheme(): void {
  apply()
  matchMedia(systemDark).addEventListener('change', apply)
}

export function useTheme(): [theme: Theme, choose: (theme: Theme) => void] {
  const theme = useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentTheme)
  return [
    theme,
    (next) => {
      remember({ theme: next })
      apply()
    },
  ]
}
