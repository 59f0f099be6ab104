/**
 * Rich text as it lies in a Yjs XML fragment (written by the editor with ProseMirror's node names), read into plain
 * blocks that reports and tests can use. Reading is tolerant: an unknown element is read through to its text, and
 * nothing makes it throw.
 */
import * as Y from 'yjs'

export interface Run {
  text: string
  bold?: true
  italic?: true
  underline?: true
  strike?: true
  code?: true
  link?: string
}

export type Block =
  | { kind: 'paragraph' | 'quote' | 'code'; runs: Run[] }
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }

/** Blocks of a fragment in order; empty paragraphs are left out. */
export function readRichText(fragment: Y.XmlFragment): Block[] {
  return blocksOf(fragment)
}

export function isBlank(blocks: Block[]): boolean {
  return blocks.every((block) =>
    block.kind === 'list' ? block.items.every(isBlank) : block.runs.every((run) => run.text.trim() === ''),
  )
}

function blocksOf(parent: Y.XmlFragment): Block[] {
  return parent.toArray().flatMap((node): Block[] => {
    if (node instanceof Y.XmlText) return paragraph(runsOfText(node))
    return node instanceof Y.XmlElement ? blocksOfElement(node) : []
  })
}

function blocksOfElement(element: Y.XmlElement): Block[] {
  switch (element.nodeName) {
    case 'paragraph':
      return paragraph(runsOf(element))
    case 'heading':
      return [{ kind: 'heading', level: Number(element.getAttribute('level') ?? 1) || 1, runs: runsOf(element) }]
    case 'codeBlock':
      return [{ kind: 'code', runs: runsOf(element) }]
    case 'blockquote':
      return blocksOf(element).map((block) => (block.kind === 'paragraph' ? { ...block, kind: 'quote' } : block))
    case 'bulletList':
    case 'orderedList':
      return [{ kind: 'list', ordered: element.nodeName === 'orderedList', items: itemsOf(element) }]
    case 'horizontalRule':
      return []
    default:
      return blocksOf(element)
  }
}

function itemsOf(list: Y.XmlElement): Block[][] {
  return list
    .toArray()
    .filter((node) => node instanceof Y.XmlElement)
    .map((item) => blocksOf(item))
    .filter((blocks) => blocks.length > 0)
}

function paragraph(runs: Run[]): Block[] {
  return runs.length > 0 ? [{ kind: 'paragraph', runs }] : []
}

function runsOf(element: Y.XmlElement): Run[] {
  return element.toArray().flatMap((node): Run[] => {
    if (node instanceof Y.XmlText) return runsOfText(node)
    if (node instanceof Y.XmlElement) return node.nodeName === 'hardBreak' ? [{ text: '\n' }] : runsOf(node)
    return []
  })
}

const marks = ['bold', 'italic', 'underline', 'strike', 'code'] as const

function runsOfText(text: Y.XmlText): Run[] {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).flatMap((part) => {
    if (typeof part.insert !== 'string') return []
    const attributes = part.attributes ?? {}
    const run: Run = { text: part.insert }
    for (const mark of marks) if (attributes[mark]) run[mark] = true
    const link = attributes.link
    if (typeof link === 'object' && link !== null && 'href' in link && typeof link.href === 'string') {
      run.link = link.href
    }
    return [run]
  })
}
