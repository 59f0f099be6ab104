/** The title of the browser's tab: it changes with each view, so that tabs and screen readers tell them apart. */
import { useEffect } from 'react'

export function usePageTitle(...parts: (string | null | undefined)[]): void {
  const title = [...parts, 'Plenaria'].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
