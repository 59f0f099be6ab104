/** The tint of a text as the editor's decorations: one for each stretch of one author's words. */
import type { Node } from '@tiptap/pm/model'
import { Mapping, StepMap } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import * as Y from 'yjs'
import type { AuthorLayer } from '../../session/AuthorLayer.ts'
import { isSameWritten, type Written } from '../../session/authorLooks.ts'
import { placedOrigins } from './placedOrigins.ts'
import styles from './RichText.module.css'

/** Of the whole text. Nothing is tinted where the editor does not show what the fragment says: no colour, no wrong one. */
export function tintWhole(doc: Node, fragment: Y.XmlFragment, layer: AuthorLayer): DecorationSet {
  const blocks = fragment.toArray()
  if (blocks.length !== doc.childCount) return DecorationSet.empty
  const all: Decoration[] = []
  doc.forEach((node, offset, index) => {
    all.push(...tintBlock(node, offset, blocks[index], layer))
  })
  return DecorationSet.create(doc, all)
}

/** Of some blocks anew; the others keep theirs. */
export function tintBlocks(
  set: DecorationSet,
  doc: Node,
  fragment: Y.XmlFragment,
  layer: AuthorLayer,
  changed: ReadonlySet<unknown>,
): DecorationSet {
  const blocks = fragment.toArray()
  if (blocks.length !== doc.childCount) return tintWhole(doc, fragment, layer)
  let next = set
  doc.forEach((node, offset, index) => {
    const block = blocks[index]
    if (!changed.has(block)) return
    next = next.remove(next.find(offset, offset + node.nodeSize))
    next = next.add(doc, tintBlock(node, offset, block, layer))
  })
  return next
}

/**
 * Of a text that was replaced as a whole, as the binding does with what others write: blocks that are the same at its
 * start and its end keep their tint.
 */
export function tintReplaced(
  set: DecorationSet,
  before: Node,
  after: Node,
  fragment: Y.XmlFragment,
  layer: AuthorLayer,
): DecorationSet {
  const shorter = Math.min(before.childCount, after.childCount)
  let start = 0
  while (start < shorter && before.child(start).eq(after.child(start))) start += 1
  let kept = 0
  const isSameAt = (fromEnd: number) =>
    before.child(before.childCount - fromEnd).eq(after.child(after.childCount - fromEnd))
  while (start + kept < shorter && isSameAt(kept + 1)) kept += 1
  const at = sizeOf(after, 0, start)
  const gone = sizeOf(before, start, before.childCount - kept)
  const come = sizeOf(after, start, after.childCount - kept)
  const moved = gone + come > 0 ? set.map(new Mapping([new StepMap([at, gone, come])]), after) : set
  return tintBlocks(moved, after, fragment, layer, new Set(fragment.toArray().slice(start, after.childCount - kept)))
}

function sizeOf(doc: Node, from: number, to: number): number {
  let size = 0
  for (let index = from; index < to; index++) size += doc.child(index).nodeSize
  return size
}

/** The blocks of a text in which something has changed, or that are new. */
export function changedBlocks(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
  fragment: Y.XmlFragment,
): unknown[] {
  return events.flatMap(({ target, changes }) => {
    if (target !== fragment) return [blockOf(target, fragment)]
    return [...changes.added].flatMap(({ content }) => (content instanceof Y.ContentType ? [content.type] : []))
  })
}

function blockOf(type: Y.AbstractType<unknown>, fragment: Y.XmlFragment): unknown {
  let at: Y.AbstractType<unknown> | null = type
  while (at !== null && at.parent !== fragment) at = at.parent
  return at
}

/** Whose words stand at a position: before it, where a caret has just written, or else after it. */
export function writtenAt(set: DecorationSet, position: number): Written | null {
  const found = set.find(position, position)
  const chosen = found.find(({ to }) => to === position) ?? found[0]
  return (chosen?.spec as TintSpec | undefined)?.written ?? null
}

interface TintSpec {
  written: Written
}

function tintBlock(node: Node, offset: number, block: unknown, layer: AuthorLayer): Decoration[] {
  if (!(block instanceof Y.XmlElement)) return []
  const { nodes } = node.type.schema
  const { origins, end } = placedOrigins(block, offset, (name) => nodes[name]?.isLeaf === true)
  if (end !== offset + node.nodeSize) return []
  const runs: { from: number; to: number; written: Written }[] = []
  for (const origin of origins) {
    let from = origin.from
    for (const { length, written } of layer.writtenBy(origin)) {
      const last = runs.at(-1)
      if (written && last?.to === from && isSameWritten(last.written, written)) last.to += length
      else if (written) runs.push({ from, to: from + length, written })
      from += length
    }
  }
  return runs.map(({ from, to, written }) => Decoration.inline(from, to, attributesOf(written), { written }))
}

function attributesOf({ author, broughtBy }: Written): Record<string, string> {
  return {
    class: styles.written ?? '',
    style: `--c: ${author.color}`,
    'data-author': author.key,
    'data-line': broughtBy ? 'wavy' : author.line,
  }
}
