/**
 * Words whose predecessors are missing. Yjs would keep them inside the document, where they are neither relayed nor
 * saved; the hub lets go of them, and asks their sender for what is missing [UP3].
 */
import * as Y from 'yjs'

/** What had to be let go: whose words, and for each client id the clock from which on something was missing. */
export interface PendingWords {
  clients: Set<number>
  missing: Map<number, number>
}

/** Null when nothing had to be let go. */
export function letGoOfPending({ store }: Y.Doc): PendingWords | null {
  const { pendingStructs, pendingDs } = store
  if (pendingStructs === null && pendingDs === null) return null
  store.pendingStructs = null
  store.pendingDs = null
  const missing = new Map(pendingStructs?.missing)
  const deletions = pendingDs ? Y.decodeUpdateV2(pendingDs).ds.clients : []
  for (const [client, [first]] of deletions) if (first) missing.set(client, first.clock)
  const clients = pendingStructs ? Y.parseUpdateMetaV2(pendingStructs.update).to.keys() : []
  return { missing, clients: new Set(clients) }
}

/** Whether some of what was missing is there by now. */
export function hasSomeCome({ missing }: PendingWords, { store }: Y.Doc): boolean {
  return [...missing].some(([client, clock]) => Y.getState(store, client) > clock)
}
