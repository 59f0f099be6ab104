/**
 * Reads an update whole before the document sees it. What passes here can be applied, stored and sent on: nothing in it
 * makes Yjs, or the clients that get it, fail half way [UP2].
 */
import * as Y from 'yjs'
import { isNestedTooDeep } from './nestedValues.ts'
import { checkRange, checkStructs, type Struct, UnsoundUpdate } from './soundStructs.ts'

/** Structs of one update. A long meeting's document has some ten thousand; a million are 200 MB while they are read. */
const maxStructs = 1_000_000
/** `ContentDoc` of Yjs: a document in the document. Seven bytes are one, and each takes kilobytes of memory. */
const subdocument = 9
const contentBits = 0b11111

export interface ReadUpdate {
  update: Uint8Array
  structs: readonly Struct[]
  /** For each client id, the clock after its last word. */
  ends: Map<number, number>
}

/** Throws for what is no update or must not be one. */
export function readUpdate(update: Uint8Array): ReadUpdate {
  const { structs, ds } = Y.decodeUpdateV2(update, CountingDecoder)
  checkStructs(structs)
  for (const ranges of ds.clients.values()) for (const { clock, len } of ranges) checkRange(clock, len)
  const ends = new Map<number, number>()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    if (struct instanceof Y.Item && isNestedTooDeep(valuesOf(struct.content))) {
      throw new UnsoundUpdate('a value that is nested too deep')
    }
    ends.set(client, Math.max(ends.get(client) ?? 0, clock + struct.length))
  }
  return { update, structs, ends }
}

/** Counts while it reads, so that an update is not in memory before it is known to be too much. */
class CountingDecoder extends Y.UpdateDecoderV1 {
  #structs = 0

  override readInfo(): number {
    const info = super.readInfo()
    if ((info & contentBits) === subdocument) throw new UnsoundUpdate('a document in the document')
    if (++this.#structs > maxStructs) throw new UnsoundUpdate('too many structs')
    return info
  }
}

function valuesOf(content: Y.Item['content']): unknown {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return content.embed
  return content instanceof Y.ContentFormat ? content.value : null
}
