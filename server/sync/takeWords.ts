/** The way of an update into a live document: checked against it, applied, and nothing left waiting inside. */
import * as Y from 'yjs'
import { applyAsWritten } from './applyAsWritten.ts'
import { checkNesting } from './nesting.ts'
import { letGoOfPending, type PendingWords } from './pendingWords.ts'
import type { ReadUpdate } from './readUpdate.ts'

/** Gives what could not be taken yet, or null; throws, with the document untouched, for what must not be taken. */
export function takeWords(doc: Y.Doc, { update, structs }: ReadUpdate, origin: unknown): PendingWords | null {
  checkNesting(structs, doc)
  applyAsWritten(doc, isPartlyKnown(structs, doc) ? Y.diffUpdate(update, Y.encodeStateVector(doc)) : update, origin)
  return letGoOfPending(doc)
}

/**
 * Whether a struct begins with what the document has and goes on with news. Yjs cuts it while it applies it, and fails
 * half way when the known part was collected as garbage; a cut beforehand has the right neighbour.
 */
function isPartlyKnown(structs: ReadUpdate['structs'], { store }: Y.Doc): boolean {
  return structs.some(({ id: { client, clock }, length }) => {
    const known = Y.getState(store, client)
    return clock < known && known < clock + length
  })
}
