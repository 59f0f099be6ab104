/**
 * Reads an update whole before the document sees it. What passes here can be applied, stored and sent on: nothing in it
 * makes Yjs, or the clients that get it, fail half way [UP2].
 */
import * as Y from 'yjs'

/** Structs of one update. A long meeting's document has some ten thousand; a million are 200 MB while they are read. */
const maxStructs = 1_000_000
/** Lists in lists: deeper values can be read on one stack and not be written on another. */
const maxNesting = 100
/** `ContentDoc` of Yjs: a document in the document. Seven bytes are one, and each takes kilobytes of memory. */
const subdocument = 9
const contentBits = 0b11111

export class UnreadableUpdate extends Error {}

/** For each client id in the update, the clock after its last word. Throws for what is no update or must not be one. */
export function readUpdate(update: Uint8Array): Map<number, number> {
  const ends = new Map<number, number>()
  for (const struct of Y.decodeUpdateV2(update, CountingDecoder).structs) {
    if (struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (end > Number.MAX_SAFE_INTEGER) throw new UnreadableUpdate('a clock that no client can read')
    if (struct instanceof Y.Item && isTooDeep(valuesOf(struct.content), maxNesting)) {
      throw new UnreadableUpdate('a value that is nested too deep')
    }
    ends.set(client, Math.max(ends.get(client) ?? 0, end))
  }
  return ends
}

/** Counts while it reads, so that an update is not in memory before it is known to be too much. */
class CountingDecoder extends Y.UpdateDecoderV1 {
  #structs = 0

  override readInfo(): number {
    const info = super.readInfo()
    if ((info & contentBits) === subdocument) throw new UnreadableUpdate('a document in the document')
    if (++this.#structs > maxStructs) throw new UnreadableUpdate('too many structs')
    return info
  }
}

function valuesOf(content: Y.Item['content']): unknown {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return content.embed
  return content instanceof Y.ContentFormat ? content.value : null
}

function isTooDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false
  return levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1))
}
