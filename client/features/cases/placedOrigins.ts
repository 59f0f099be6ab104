/**
 * Where the words of a block of rich text come from and where they stand in the editor: an element is its content
 * between two positions, an element that holds nothing is one position, a letter is one.
 */
import * as Y from 'yjs'
import { itemsOf, type Origin, originsOfText } from '../../../shared/documents/origins.ts'

export interface PlacedOrigin extends Origin {
  /** The editor's position before the first letter. */
  from: number
}

export interface PlacedBlock {
  origins: PlacedOrigin[]
  /** Where the block ends: it is the editor's block only if that one ends there too. */
  end: number
}

export function placedOrigins(block: Y.XmlElement, at: number, isLeaf: (name: string) => boolean): PlacedBlock {
  const origins: PlacedOrigin[] = []
  const end = placeElement(block, at, origins, isLeaf)
  return { origins, end }
}

function placeElement(
  element: Y.XmlElement,
  at: number,
  origins: PlacedOrigin[],
  isLeaf: (name: string) => boolean,
): number {
  if (isLeaf(element.nodeName)) return at + 1
  let position = at + 1
  for (const { content } of itemsOf(element)) {
    if (!(content instanceof Y.ContentType)) continue
    const child = content.type
    if (child instanceof Y.XmlText) {
      for (const origin of originsOfText(child)) {
        origins.push({ ...origin, from: position })
        position += origin.length
      }
    } else if (child instanceof Y.XmlElement) position = placeElement(child, position, origins, isLeaf)
  }
  return position + 1
}
