/** Says a sentence to screen readers when it changes, after what they are saying now. Shows nothing. */
import { VisuallyHidden } from './VisuallyHidden.tsx'

export function Announcer({ children }: { children: string }) {
  return (
    <div role="status">
      <VisuallyHidden>{children}</VisuallyHidden>
    </div>
  )
}
