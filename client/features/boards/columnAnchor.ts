/** The id of a column's heading on the page: one board is shown at a time. */
import type { CardKind } from '../../../shared/contracts/terms.ts'

export function columnAnchor(column: CardKind): string {
  return `column-${column}`
}
