/** The line that shows where a dragged card would come to stand. One element, moved without drawing the board again. */
import type { DropTarget } from './dropTarget.ts'

/** Half of the gap between two cards, in px. */
const halfGap = 6

/** Shows the line at a target within the board, or hides it. */
export function showDropLine(root: HTMLElement, line: HTMLElement, target: DropTarget | null): void {
  const edge = target && edgeOf(root, target)
  line.hidden = !edge
  if (!edge) return
  const origin = root.getBoundingClientRect()
  line.style.width = `${edge.width}px`
  line.style.transform = `translate(${edge.x - origin.x}px, ${edge.y - origin.y}px)`
}

function edgeOf(root: HTMLElement, { column, before }: DropTarget): { x: number; y: number; width: number } | null {
  const section = root.querySelector(`section[data-kind="${column}"]`)
  if (!section) return null
  const next = before === null ? null : section.querySelector(`[data-card="${CSS.escape(before)}"]`)
  const last = [...section.querySelectorAll('[data-card]')].at(-1)
  const { x, width } = section.getBoundingClientRect()
  if (next) return { x, width, y: next.getBoundingClientRect().top - halfGap }
  return { x, width, y: (last ?? section).getBoundingClientRect().bottom + halfGap }
}
