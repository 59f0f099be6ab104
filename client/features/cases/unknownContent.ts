/**
 * What a text holds and an editor does not know. The binding deletes such content as if it were damaged; it may as well
 * be written by a newer version of this program, so an editor is bound only to what it knows whole.
 */
import type { Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** Names that a document of ours can have: of nodes and of marks. */
export interface KnownNames {
  nodes: ReadonlySet<string>
  marks: ReadonlySet<string>
}

export function namesOf({ nodes, marks }: Schema): KnownNames {
  return { nodes: new Set(Object.keys(nodes)), marks: new Set(Object.keys(marks)) }
}

/** Marks that may overlap themselves are stored with a hash behind their name. */
const markHash = /--[^-]*$/u

export function hasUnknownContent(parent: Y.XmlFragment, known: KnownNames): boolean {
  return parent.toArray().some((child) => {
    if (child instanceof Y.XmlText) return hasUnknownMarks(child, known)
    if (child instanceof Y.XmlElement) return !known.nodes.has(child.nodeName) || hasUnknownContent(child, known)
    return true
  })
}

function hasUnknownMarks(text: Y.XmlText, { marks }: KnownNames): boolean {
  const parts = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return parts.some(
    ({ insert, attributes = {} }) =>
      typeof insert !== 'string' || Object.keys(attributes).some((name) => !marks.has(name.replace(markHash, ''))),
  )
}
