/** Where a card that is being dragged would come to stand, and the next such place in a direction. No screen here. */
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'

export interface DropTarget {
  column: CardKind
  /** The card that it would stand before; null at the end. */
  before: string | null
}

export interface ColumnCards {
  column: CardKind
  cards: readonly Card[]
}

export type Direction = 'up' | 'down' | 'previous' | 'next' | 'first' | 'last'

/** Where the card stands now; null when it is not on the screen. */
export function currentTarget(columns: readonly ColumnCards[], cardId: string): DropTarget | null {
  for (const { column, cards } of columns) {
    const index = cards.findIndex(({ id }) => id === cardId)
    if (index >= 0) return { column, before: cards[index + 1]?.id ?? null }
  }
  return null
}

/** One step from a target; at an edge it stays. The position is kept as far as the next column goes. */
export function stepTarget(
  columns: readonly ColumnCards[],
  cardId: string,
  target: DropTarget,
  direction: Direction,
): DropTarget {
  const at = columns.findIndex(({ column }) => column === target.column)
  const sideways = direction === 'next' ? 1 : direction === 'previous' ? -1 : 0
  const next = columns[at + sideways] ?? columns[at]
  if (!next) return target
  const others = next.cards.filter(({ id }) => id !== cardId)
  const index = indexIn(columns, cardId, target)
  const steps = { up: index - 1, down: index + 1, first: 0, last: others.length, previous: index, next: index }
  return { column: next.column, before: others[Math.max(0, steps[direction])]?.id ?? null }
}

/** The position that a target stands for, counted from one, and how many cards would be there. */
export function placeOf(
  columns: readonly ColumnCards[],
  cardId: string,
  target: DropTarget,
): { position: number; count: number } {
  return {
    position: indexIn(columns, cardId, target) + 1,
    count: othersIn(columns, cardId, target.column).length + 1,
  }
}

export function isSameTarget(a: DropTarget | null, b: DropTarget | null): boolean {
  return a?.column === b?.column && a?.before === b?.before
}

function indexIn(columns: readonly ColumnCards[], cardId: string, { column, before }: DropTarget): number {
  const others = othersIn(columns, cardId, column)
  const index = others.findIndex(({ id }) => id === before)
  return index < 0 ? others.length : index
}

function othersIn(columns: readonly ColumnCards[], cardId: string, column: CardKind): Card[] {
  return (columns.find((one) => one.column === column)?.cards ?? []).filter(({ id }) => id !== cardId)
}
