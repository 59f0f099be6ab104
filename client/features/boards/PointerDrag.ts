/**
 * Drags cards with a pointer: with the mouse from anywhere on a card, with a finger from its grip, so that a swipe
 * over cards still scrolls. It moves a picture of the card and a line, straight on the page, and tells where the card
 * was dropped; React draws nothing meanwhile. Escape, a second finger or a lost pointer take it back.
 */
import { clock } from '../../lib/time.ts'
import { showDropLine } from './dropLine.ts'
import type { DropTarget } from './dropTarget.ts'
import { EdgeScroll } from './EdgeScroll.ts'
import { findTarget } from './findTarget.ts'

/** A press that moves less than this is a click, in px. */
const startsAfterPx = 6

/** Where a press does what the control says. The title is a button and yet most of the card: it drags too. */
const controls = 'a, input, textarea, select, button:not([data-part="title"], [data-part="grip"])'

export interface PointerDragHandlers {
  onDrop: (cardId: string, target: DropTarget) => void
}

interface Drag {
  pointerId: number
  card: HTMLElement
  startX: number
  startY: number
  x: number
  y: number
  /** Null until the pointer has moved far enough. */
  ghost: HTMLElement | null
  target: DropTarget | null
}

export class PointerDrag {
  readonly #root: HTMLElement
  readonly #line: HTMLElement
  readonly #handlers: PointerDragHandlers
  readonly #scroll: EdgeScroll
  #drag: Drag | null = null
  #frame = 0

  constructor(root: HTMLElement, line: HTMLElement, handlers: PointerDragHandlers) {
    this.#root = root
    this.#line = line
    this.#handlers = handlers
    this.#scroll = new EdgeScroll(root)
    root.addEventListener('pointerdown', this.#handleDown)
  }

  dispose(): void {
    this.#end()
    this.#root.removeEventListener('pointerdown', this.#handleDown)
  }

  #handleDown = (event: PointerEvent): void => {
    const { target } = event
    const isSecond = this.#drag !== null
    this.#end()
    if (isSecond || event.button !== 0 || !event.isPrimary || !(target instanceof Element)) return
    const card = target.closest<HTMLElement>('[data-card]')
    const isGrip = target.closest('[data-part="grip"]') !== null
    if (!card || !(isGrip || (event.pointerType === 'mouse' && !target.closest(controls)))) return
    const { clientX: x, clientY: y, pointerId } = event
    this.#drag = { pointerId, card, startX: x, startY: y, x, y, ghost: null, target: null }
    window.addEventListener('pointermove', this.#handleMove)
    window.addEventListener('pointerup', this.#handleUp)
    window.addEventListener('pointercancel', this.#end)
    window.addEventListener('keydown', this.#handleKey, true)
  }

  #handleMove = (event: PointerEvent): void => {
    const drag = this.#drag
    if (drag?.pointerId !== event.pointerId) return
    drag.x = event.clientX
    drag.y = event.clientY
    if (drag.ghost || Math.hypot(drag.x - drag.startX, drag.y - drag.startY) < startsAfterPx) return
    drag.ghost = ghostOf(drag.card)
    drag.card.dataset.dragging = ''
    this.#root.dataset.dragging = ''
    this.#step()
  }

  /** Once a frame, also while the pointer rests at an edge and the board scrolls by. */
  #step = (): void => {
    const drag = this.#drag
    if (!drag?.ghost) return
    drag.ghost.style.translate = `${drag.x - drag.startX}px ${drag.y - drag.startY}px`
    this.#scroll.towards(drag.y)
    drag.target = findTarget(this.#root, drag.card, drag)
    showDropLine(this.#root, this.#line, drag.target)
    this.#frame = requestAnimationFrame(this.#step)
  }

  #handleUp = (event: PointerEvent): void => {
    const drag = this.#drag
    if (drag?.pointerId !== event.pointerId) return
    const isDrop = drag.ghost !== null
    if (isDrop) drag.target = findTarget(this.#root, drag.card, drag)
    this.#end()
    if (!isDrop) return
    // The click that follows is a part of the drag.
    window.addEventListener('click', swallow, { capture: true, once: true })
    clock.after(0, () => window.removeEventListener('click', swallow, true))
    if (drag.card.dataset.card && drag.target) this.#handlers.onDrop(drag.card.dataset.card, drag.target)
  }

  #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#drag?.ghost) return
    event.preventDefault()
    event.stopPropagation()
    this.#end()
  }

  #end = (): void => {
    cancelAnimationFrame(this.#frame)
    window.removeEventListener('pointermove', this.#handleMove)
    window.removeEventListener('pointerup', this.#handleUp)
    window.removeEventListener('pointercancel', this.#end)
    window.removeEventListener('keydown', this.#handleKey, true)
    this.#drag?.ghost?.remove()
    if (this.#drag) delete this.#drag.card.dataset.dragging
    delete this.#root.dataset.dragging
    showDropLine(this.#root, this.#line, null)
    this.#drag = null
  }
}

function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

/** A picture of the card that follows the pointer; nobody reads it and nothing hits it. */
function ghostOf(card: HTMLElement): HTMLElement {
  const { left, top, width, height } = card.getBoundingClientRect()
  const ghost = card.cloneNode(true) as HTMLElement
  delete ghost.dataset.card
  ghost.dataset.ghost = ''
  ghost.inert = true
  ghost.ariaHidden = 'true'
  Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` })
  // Not in the board, whose containment would be the frame of what is fixed.
  document.body.append(ghost)
  return ghost
}
