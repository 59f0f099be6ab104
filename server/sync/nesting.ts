/**
 * Shared types inside shared types. Yjs deletes them, and everybody shows them, by recursion: nested too deep they end
 * in the middle of it. How deep a new one stands is known from where its neighbours stand, in the document or in the
 * update itself.
 */
import * as Y from 'yjs'
import { type Struct, UnsoundUpdate } from './soundStructs.ts'

/** Lists in tables in lists: no text of people comes near. */
const maxNesting = 100

/** Throws if the structs would bring shared types into a document that are nested too deep [UP2]. */
export function checkNesting(structs: readonly Struct[], doc: Y.Doc): void {
  const types = structs.filter((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentType)
  if (types.length === 0) return
  const places = new Places(structs, doc)
  for (const type of types) if (places.depthOf(type) > maxNesting) throw new UnsoundUpdate('types nested too deep')
}

class Places {
  readonly #doc: Y.Doc
  readonly #byClient = new Map<number, Struct[]>()
  readonly #parents = new Map<Struct, Struct | null>()
  readonly #depths = new Map<Struct, number>()

  constructor(structs: readonly Struct[], doc: Y.Doc) {
    this.#doc = doc
    for (const struct of structs) {
      const own = this.#byClient.get(struct.id.client)
      if (own) own.push(struct)
      else this.#byClient.set(struct.id.client, [struct])
    }
  }

  /** Shared types around a struct. Gives up where it is more than anybody needs. */
  depthOf(struct: Struct): number {
    const way: Struct[] = []
    let at: Struct | null = struct
    while (at !== null && !this.#depths.has(at) && way.length <= maxNesting) {
      way.push(at)
      at = this.#parentOf(at)
    }
    let depth = at === null ? -1 : (this.#depths.get(at) ?? maxNesting)
    for (const one of way.toReversed()) this.#depths.set(one, ++depth)
    return depth
  }

  /** The type that a struct stands in; null for one at the root, or whose place is not known yet. */
  #parentOf(struct: Struct): Struct | null {
    // What has a neighbour stands where its neighbour does.
    const beside = new Set<Struct>()
    let at: Struct | null = struct
    while (at instanceof Y.Item && at.parent === null && !this.#parents.has(at) && !beside.has(at)) {
      beside.add(at)
      at = this.#at(at.origin ?? at.rightOrigin)
    }
    const parent = at === null || beside.has(at) ? null : (this.#parents.get(at) ?? this.#ownParent(at))
    for (const one of beside) this.#parents.set(one, parent)
    return parent
  }

  #ownParent(struct: Struct): Struct | null {
    if (!(struct instanceof Y.Item)) return null
    const { parent } = struct
    if (parent instanceof Y.ID) return this.#at(parent)
    return parent instanceof Y.AbstractType ? parent._item : null
  }

  #at(id: Y.ID | null): Struct | null {
    if (id === null) return null
    if (id.clock < Y.getState(this.#doc.store, id.client)) return Y.getItem(this.#doc.store, id)
    const own = this.#byClient.get(id.client) ?? []
    const struct = own[lastAtOrBefore(own, id.clock)]
    return struct && id.clock < struct.id.clock + struct.length ? struct : null
  }
}

/** Index of the last struct that begins at a clock or before it; -1 if there is none. They are in the order of clocks. */
function lastAtOrBefore(structs: Struct[], clock: number): number {
  let low = 0
  let high = structs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((structs[middle]?.id.clock ?? 0) <= clock) low = middle + 1
    else high = middle
  }
  return low - 1
}
