/**
 * Applies an update and nothing else. After somebody else's update Yjs tidies up formatting marks that have become
 * redundant, in a change of its own: nobody has written it, so it has no author, and no log holds it. Each client does
 * that for itself; the hub keeps what people wrote.
 */
import * as Y from 'yjs'

export function applyAsWritten(doc: Y.Doc, update: Uint8Array, origin: unknown = null): void {
  doc.transact((transaction) => {
    try {
      Y.applyUpdate(doc, update)
    } finally {
      // Yjs tidies up after transactions that are not local; applyUpdate has just marked this one so.
      transaction.local = true
    }
  }, origin)
}
