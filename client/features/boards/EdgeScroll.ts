/** Scrolls what a board stands in while something is dragged near its upper or lower edge. */

/** How near, in px: a finger's width. */
const reachPx = 56
/** At the very edge, in px a frame: a column of forty cards in about three seconds. */
const fastestPx = 18

export class EdgeScroll {
  readonly #element: HTMLElement
  #scroller: HTMLElement | null = null

  constructor(element: HTMLElement) {
    this.#element = element
  }

  /** One frame of scrolling for a pointer at this height. */
  towards(y: number): void {
    this.#scroller ??= scrollerOf(this.#element)
    if (!this.#scroller) return
    const { top, bottom } = this.#scroller.getBoundingClientRect()
    const above = Math.max(0, top + reachPx - y)
    const below = Math.max(0, y - (bottom - reachPx))
    const speed = Math.min(1, Math.max(above, below) / reachPx) * fastestPx
    if (speed > 0) this.#scroller.scrollTop += above > 0 ? -speed : speed
  }
}

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  }
  return null
}
