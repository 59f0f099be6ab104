/** Applies what a person did in a plain input to a Y.Text as the smallest edit, so that others' words stay. */
import type * as Y from 'yjs'

export interface Edit {
  at: number
  deleted: number
  inserted: string
}

/** The one deletion and insertion that turn `previous` into `next`; null when both are equal. */
export function smallestEdit(previous: string, next: string): Edit | null {
  if (previous === next) return null
  let start = 0
  while (start < previous.length && start < next.length && previous[start] === next[start]) start++
  if (isHighSurrogate(previous.charCodeAt(start - 1))) start--
  let end = 0
  const most = Math.min(previous.length, next.length) - start
  while (end < most && previous[previous.length - 1 - end] === next[next.length - 1 - end]) end++
  if (isLowSurrogate(previous.charCodeAt(previous.length - end))) end--
  return { at: start, deleted: previous.length - start - end, inserted: next.slice(start, next.length - end) }
}

/** Applies an edit in one transaction; `origin` marks it as local. */
export function applyEdit(text: Y.Text, edit: Edit, origin: unknown): void {
  const apply = () => {
    text.delete(edit.at, edit.deleted)
    text.insert(edit.at, edit.inserted)
  }
  if (text.doc) text.doc.transact(apply, origin)
  else apply()
}

/** Turns the text's present value into `next` by the smallest edit. Does nothing when both are equal. */
export function applyInput(text: Y.Text, next: string, origin: unknown): void {
  const edit = smallestEdit(text.toString(), next)
  if (edit) applyEdit(text, edit, origin)
}

/** A part of a Y.Text's change: what stays, what comes in (a text or one object), what goes. */
export interface DeltaPart {
  retain?: number
  insert?: unknown
  delete?: number
}

/** Where a position in the text is after somebody else's change; what is inserted right at it stays behind it. */
export function positionAfter(position: number, delta: readonly DeltaPart[]): number {
  let at = 0
  let moved = position
  for (const { retain = 0, insert, delete: deleted = 0 } of delta) {
    if (at > moved) break
    at += retain
    if (insert !== undefined) {
      const length = typeof insert === 'string' ? insert.length : 1
      if (at < moved) moved += length
      at += length
    }
    if (deleted > 0 && at < moved) moved -= Math.min(deleted, moved - at)
  }
  return moved
}

/** An emoji is two code units; half of one in a Y.Text would become a replacement character. */
function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
