/**
 * Rich text as it lies in a Yjs XML fragment (written by the editor with ProseMirror's node names), read into plain
 * blocks that reports and tests can use. Reading is tolerant: an unknown element is read through to its text, and
 * nothing makes it throw.
 */
import * as Y from 'yjs'
import { type Language, languages } from '../contracts/terms.ts'

export interface Run {
  text: string
  bold?: true
  italic?: true
  underline?: true
  strike?: true
  code?: true
  link?: string
}

/** The language of a passage, where its author said that it is another than the text around it. */
interface Spoken {
  language?: Language
}

export type Block =
  | ({ kind: 'paragraph' | 'quote' | 'code'; runs: Run[] } & Spoken)
  | ({ kind: 'heading'; level: number; runs: Run[] } & Spoken)
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'table'; rows: TableCell[][] }

export interface TableCell {
  isHeader: boolean
  blocks: Block[]
}

/** Blocks of a fragment in order; empty paragraphs are left out. */
export function readRichText(fragment: Y.XmlFragment): Block[] {
  return blocksOf(fragment)
}

export function isBlank(blocks: Block[]): boolean {
  return blocks.every((block) => {
    switch (block.kind) {
      case 'list':
        return block.items.every(isBlank)
      case 'table':
        return block.rows.flat().every((cell) => isBlank(cell.blocks))
      default:
        return block.runs.every((run) => run.text.trim() === '')
    }
  })
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
      return paragraph(runsOf(element), languageOf(element))
    case 'heading':
      return [{ kind: 'heading', level: levelOf(element), runs: runsOf(element), ...languageOf(element) }]
    case 'codeBlock':
      return [{ kind: 'code', runs: runsOf(element), ...languageOf(element) }]
    case 'blockquote':
      return blocksOf(element).map((block) => (block.kind === 'paragraph' ? { ...block, kind: 'quote' } : block))
    case 'bulletList':
    case 'orderedList':
      return [{ kind: 'list', ordered: element.nodeName === 'orderedList', items: itemsOf(element) }]
    case 'table': {
      const rows = elementsOf(element).map(cellsOf)
      return rows.length > 0 ? [{ kind: 'table', rows }] : []
    }
    case 'horizontalRule':
      return []
    default:
      return blocksOf(element)
  }
}

function levelOf(heading: Y.XmlElement): number {
  return Number(heading.getAttribute('level') ?? 1) || 1
}

function languageOf(element: Y.XmlElement): Spoken {
  const language = languages.find((known) => known === element.getAttribute('lang'))
  return language ? { language } : {}
}

function elementsOf(parent: Y.XmlElement): Y.XmlElement[] {
  return parent.toArray().filter((node) => node instanceof Y.XmlElement)
}

function itemsOf(list: Y.XmlElement): Block[][] {
  return elementsOf(list)
    .map((item) => blocksOf(item))
    .filter((blocks) => blocks.length > 0)
}

function cellsOf(row: Y.XmlElement): TableCell[] {
  return elementsOf(row).map((cell) => ({ isHeader: cell.nodeName === 'tableHeader', blocks: blocksOf(cell) }))
}

function paragraph(runs: Run[], spoken: Spoken = {}): Block[] {
  return runs.length > 0 ? [{ kind: 'paragraph', runs, ...spoken }] : []
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
