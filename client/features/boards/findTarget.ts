/** Which place on the board a point stands for. */
import { cardKinds } from '../../../shared/contracts/terms.ts'
import type { DropTarget } from './dropTarget.ts'

export interface Point {
  x: number
  y: number
}

/** The nearest column, sideways first, and in it the first card whose middle is below the point. */
export function findTarget(root: HTMLElement, dragged: HTMLElement, point: Point): DropTarget | null {
  const sections = [...root.querySelectorAll<HTMLElement>('section[data-kind]')]
  const [nearest] = sections.sort((a, b) => compare(distance(a, point), distance(b, point)))
  const column = cardKinds.find((kind) => kind === nearest?.dataset.kind)
  if (!nearest || column === undefined) return null
  for (const card of nearest.querySelectorAll<HTMLElement>('[data-card]')) {
    if (card === dragged) continue
    const { top, height } = card.getBoundingClientRect()
    if (top + height / 2 > point.y) return { column, before: card.dataset.card ?? null }
  }
  return { column, before: null }
}

/** How far a point is from an element, sideways and up or down; 0 within. */
function distance(element: Element, { x, y }: Point): Point {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return { x: Math.max(left - x, 0, x - right), y: Math.max(top - y, 0, y - bottom) }
}

function compare(a: Point, b: Point): number {
  return a.x - b.x || a.y - b.y
}
