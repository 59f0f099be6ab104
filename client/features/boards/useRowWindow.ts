/**
 * Which rows of a long table are drawn: those in sight with some around them, so that Tab and a screen reader find the
 * next one, and those where the focus is or is about to go. Between them stand gaps as high as what is not drawn. A
 * table of usual length is drawn whole.
 */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Up to here all rows are there: for the browser's own search, for printing, and because it costs nothing to see. */
const wholeUpToRows = 100

/** Drawn beyond both edges of what is in sight: about a screen. */
const overscanRows = 10

/** A card of two lines with its chips; each row is measured once it is drawn. */
const estimatedRowPx = 84

export interface DrawnRow {
  /** Its place among all rows. */
  index: number
  gapBeforePx: number
}

export interface RowWindow {
  rows: readonly DrawnRow[]
  gapAfterPx: number
  /** To be called with each row's element. */
  measure: (row: HTMLTableRowElement | null) => void
  /** Keeps a row drawn, wherever it is scrolled to: the focus is in it. */
  hold: (id: string) => void
}

export interface RowWindowOptions {
  ids: readonly string[]
  /** Where the rows stand. */
  body: RefObject<HTMLElement | null>
  /** The row that the focus is about to go to. */
  wantedId: string | null
}

export function useRowWindow({ ids, body, wantedId }: RowWindowOptions): RowWindow {
  const heldId = useRef<string | null>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count: ids.length,
    getScrollElement: () => scrollerOf(body.current),
    estimateSize: () => estimatedRowPx,
    getItemKey: (index) => ids[index] ?? index,
    rangeExtractor: (range) =>
      indexesIn(
        range,
        [heldId.current, wantedId].map((id) => ids.indexOf(id ?? '')),
      ),
    overscan: overscanRows,
    scrollMargin,
    useFlushSync: false,
  })
  // With every drawing: what stands above the table comes and goes.
  useLayoutEffect(() => {
    setScrollMargin(offsetIn(body.current))
  })

  const items = virtualizer.getVirtualItems()
  const rows = items.map(({ index, start }, at) => ({
    index,
    gapBeforePx: start - (items[at - 1]?.end ?? scrollMargin),
  }))
  const end = items.at(-1)?.end ?? scrollMargin
  return {
    rows,
    gapAfterPx: virtualizer.getTotalSize() - (end - scrollMargin),
    measure: virtualizer.measureElement,
    hold: (id) => {
      heldId.current = id
    },
  }
}

/** In order, each once. */
export function indexesIn(range: Range, held: readonly number[]): number[] {
  if (range.count <= wholeUpToRows) return Array.from({ length: range.count }, (_, index) => index)
  const there = held.filter((index) => index >= 0)
  // With their neighbours, where Tab leads from them.
  const wanted = there
    .flatMap((index) => [index - 1, index, index + 1])
    .filter((index) => index >= 0 && index < range.count)
  return [...new Set([...defaultRangeExtractor(range), ...wanted])].sort((a, b) => a - b)
}

/** What scrolls an element: its nearest ancestor that does. */
function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  let scroller = element?.parentElement ?? null
  while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY)) scroller = scroller.parentElement
  return scroller
}

/** How far an element stands below the beginning of what scrolls it; whole pixels, so that it comes to rest. */
function offsetIn(element: HTMLElement | null): number {
  const scroller = scrollerOf(element)
  if (!element || !scroller) return 0
  return Math.round(element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop)
}
