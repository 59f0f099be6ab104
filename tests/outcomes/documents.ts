/** Cases and boards as Yjs documents, written through the operations and nodes that the product writes. */
import * as Y from 'yjs'
import { addCard, setCategory } from '../../shared/documents/boardDocument.ts'
import { addTag, richTextOf, tagsOf, textOf } from '../../shared/documents/caseDocument.ts'
import type { CardSketch, CaseSketch } from './sketches.ts'

export type WriteMore = (doc: Y.Doc, sketch: CaseSketch) => void

export function caseDoc(sketch: CaseSketch, write?: WriteMore): Y.Doc {
  const doc = new Y.Doc()
  textOf(doc, 'identification', 'caseCode').insert(0, sketch.title)
  addTag(tagsOf(doc, 'identification', 'countries'), 'XA')
  addTag(tagsOf(doc, 'keywords', 'modusOperandi'), 'mo-div-state')
  writeParagraph(doc, 'factSummary', sketch.facts)
  writeParagraph(doc, 'lessons', `Lección de ${sketch.title}.`)
  write?.(doc, sketch)
  return doc
}

export function boardDoc(cards: CardSketch[], write?: (board: Y.Doc) => void): Y.Doc {
  const doc = new Y.Doc()
  for (const [index, { column, title, category }] of cards.entries()) {
    const id = `card-${String(index).padStart(4, '0')}`
    addCard(doc, id, column, title)
    if (category !== undefined) setCategory(doc, id, category)
  }
  write?.(doc)
  return doc
}

export function writeParagraph(doc: Y.Doc, section: string, text: string): void {
  writeNode(doc, section, 'paragraph', text)
}

/** A node as the editor leaves it; `marks` go over the whole text. */
export function writeNode(
  doc: Y.Doc,
  section: string,
  nodeName: string,
  text: string,
  marks: Record<string, unknown> = {},
): void {
  const node = new Y.XmlElement(nodeName)
  const content = new Y.XmlText()
  richTextOf(doc, section).push([node])
  node.insert(0, [content])
  content.insert(0, text, marks)
}

export function writeList(doc: Y.Doc, section: string, nodeName: string, items: string[]): void {
  const list = new Y.XmlElement(nodeName)
  richTextOf(doc, section).push([list])
  for (const text of items) {
    const [item, paragraph] = [new Y.XmlElement('listItem'), new Y.XmlElement('paragraph')]
    list.push([item])
    item.push([paragraph])
    paragraph.push([new Y.XmlText(text)])
  }
}
