/** A stored document as a Y.Doc with its authorship. Whole or not at all: words that wait for others are corruption. */
import * as Y from 'yjs'
import type { DocumentName } from '../../shared/contracts/ids.ts'
import { Authorship } from './Authorship.ts'
import { applyAsWritten } from './applyAsWritten.ts'
import { CorruptDocument, type StoredDocument } from './ports.ts'

export interface Assembled {
  doc: Y.Doc
  authorship: Authorship
  /** What it was assembled from; its state is not larger. */
  storedBytes: number
}

/** Throws CorruptDocument when what is stored cannot be read, or something in the middle of it is missing. */
export function assemble(document: DocumentName, { snapshot, updates }: StoredDocument): Assembled {
  const doc = new Y.Doc({ guid: document })
  try {
    const authorship = snapshot?.authors ? Authorship.decode(snapshot.authors) : new Authorship()
    doc.transact(() => {
      if (snapshot) applyAsWritten(doc, snapshot.bytes)
      for (const update of updates) {
        applyAsWritten(doc, update.bytes)
        authorship.note(update)
      }
    })
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) throw new Error('a part of it is missing')
    return { doc, authorship, storedBytes: bytesOf(snapshot, updates) }
  } catch (error) {
    doc.destroy()
    throw new CorruptDocument(document, (error as Error).message)
  }
}

function bytesOf(snapshot: StoredDocument['snapshot'], updates: StoredDocument['updates']): number {
  return updates.reduce((sum, { bytes }) => sum + bytes.byteLength, snapshot?.bytes.byteLength ?? 0)
}
