/** What the parts of an open case's paper need of it. */
import type { DocumentSession } from '../../session/DocumentSession.ts'
import type { CaretLabels } from './caretLabels.ts'
import type { CaseControlProps } from './MarkingControl.tsx'
import type { LinkedCards } from './useLinkedCards.ts'

export interface PaperProps extends CaseControlProps {
  document: DocumentSession
  canWrite: boolean
  carets: CaretLabels
  linked: LinkedCards
}
