/** The tint of a text as the editor's decorations: one for each stretch of one author's words. */
import type { Node } from '@tiptap/pm/model'
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
