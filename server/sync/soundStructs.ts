/**
 * What no client writes and Yjs applies all the same, to fail over it later: when the document is read anew, or half way,
 * with a part of the update already in. Looks at an update's structs and deletions alone [UP2].
 */
import * as Y from 'yjs'

export type Struct = Y.Item | Y.GC | Y.Skip

export class UnsoundUpdate extends Error {}

/** Client ids in one update: a document of a long meeting has some thousand. Each may wait for each, so time is squared. */
const maxClients = 5_000
/** Items at one place with neighbours of their own. Each is compared with each, so time is squared. */
const maxStrays = 4_000

/** Throws for structs of no length, for what refers to what comes later, and for crowds that take minutes to order. */
export function checkStructs(structs: readonly Struct[]): void {
  if (new Set(structs.map(({ id }) => id.client)).size > maxClients) throw new UnsoundUpdate('too many clients')
  const ends = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    checkRange(clock, struct.length)
    // Every encoder gives a client's structs in one row; readers of Yjs disagree about what another row would mean.
    if ((ends.get(client) ?? clock) !== clock) throw new UnsoundUpdate('structs out of their row')
    ends.set(client, clock + struct.length)
    if (struct instanceof Y.Item) checkReferences(struct)
  }
  checkCrowds(structs)
}

/** A range begins somewhere, has a length, and ends where clients can still count. */
export function checkRange(clock: number, length: number): void {
  if (length < 1) throw new UnsoundUpdate('nothing, at a place where something else begins')
  if (clock + length > Number.MAX_SAFE_INTEGER) throw new UnsoundUpdate('a clock that no client can read')
}

/** An item stands beside or inside what its writer wrote before it. Yjs takes that for granted. */
function checkReferences({ id, origin, rightOrigin, parent }: Y.Item): void {
  for (const other of [origin, rightOrigin, parent]) {
    const isAhead = other instanceof Y.ID && other.client === id.client && other.clock >= id.clock
    if (isAhead) throw new UnsoundUpdate('an item beside or inside what is written after it')
  }
}

/**
 * To order an item Yjs goes through those with the same left neighbour, as long as their right neighbours differ. Who
 * writes at one place again and again has the last item as the next one's right neighbour, which takes no search; only
 * what has another one counts.
 */
function checkCrowds(structs: readonly Struct[]): void {
  const crowds = new Map<string, { last: Y.ID; strays: number }>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.rightOrigin === null) continue
    const { id, origin, rightOrigin } = struct
    const place = origin === null ? '' : `${origin.client} ${origin.clock}`
    const crowd = crowds.get(place)
    const isStray = crowd !== undefined && !Y.compareIDs(crowd.last, rightOrigin)
    const strays = (crowd?.strays ?? 0) + (isStray ? 1 : 0)
    if (strays > maxStrays) throw new UnsoundUpdate('too many items at one place')
    crowds.set(place, { last: id, strays })
  }
}
