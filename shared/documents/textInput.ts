/** Applies what a person did in a plain input to a Y.Text as the smallest edit, so that others' words stay. */
import type * as Y from 'yjs'

/**
 * Turns the change from the text's present value to `next` into one deletion and one insertion. `origin` marks the
 * transaction as local. Does nothing when both are equal.
 */
export function applyInput(text: Y.Text, next: string, origin: unknown): void {
  const previous = text.toString()
  if (previous === next) return
  let start = 0
  while (start < previous.length && start < next.length && previous[start] === next[start]) start++
  if (isHighSurrogate(previous.charCodeAt(start - 1))) start--
  let end = 0
  const most = Math.min(previous.length, next.length) - start
  while (end < most && previous[previous.length - 1 - end] === next[next.length - 1 - end]) end++
  if (isLowSurrogate(previous.charCodeAt(previous.length - end))) end--
  const edit = () => {
    text.delete(start, previous.length - start - end)
    text.insert(start, next.slice(start, next.length - end))
  }
  if (text.doc) text.doc.transact(edit, origin)
  else edit()
}

/** An emoji is two code units; half of one in a Y.Text would become a replacement character. */
function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
