/** The way of an update into a live document: checked against it, applied, and nothing left waiting inside. */
import type * as Y from 'yjs'
import { applyAsWritten } from './applyAsWritten.ts'
import { checkNesting } from './nesting.ts'
import { letGoOfPending, type PendingWords } from './pendingWords.ts'
import type { ReadUpdate } from './readUpdate.ts'

/** Gives what could not be taken yet, or null; throws, with the document untouched, for what must not be taken. */
export function takeWords(doc: Y.Doc, { update, structs }: ReadUpdate, origin: unknown): PendingWords | null {
  checkNesting(structs, doc)
  applyAsWritten(doc, update, origin)
  return letGoOfPending(doc)
}
