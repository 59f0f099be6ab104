/** What is loaded when it is first needed: nothing is shown until it is there, and its failure stays its own. */
import { type ReactNode, Suspense } from 'react'
import { FailureBoundary } from './FailureBoundary.tsx'

export function Deferred({ children }: { children: ReactNode }) {
  return (
    <FailureBoundary>
      <Suspense fallback={null}>{children}</Suspense>
    </FailureBoundary>
  )
}
