/**
 * Where what a shared type says now comes from: stretches of Yjs clocks in the order of the words, without what was
 * deleted. Who is behind a clock is not known here: see the answer of `GET …/authors`.
 */
import * as Y from 'yjs'

/** `length` clocks of one client id from `clock` on: for words, one UTF-16 unit each. */
export interface Origin {
  clientId: number
  clock: number
  length: number
}

/** The words of a text, in order. Formats and what is embedded are no words. */
export function originsOfText(text: Y.Text): Origin[] {
  const origins: Origin[] = []
  for (const item of itemsOf(text)) {
    if (item.content instanceof Y.ContentString) {
      origins.push({ clientId: item.id.client, clock: item.id.clock, length: item.length })
    }
  }
  return origins
}

/** The words of a rich text, in order. */
export function* originsOfRichText(parent: Y.XmlFragment): Generator<Origin> {
  for (const { content } of itemsOf(parent)) {
    if (!(content instanceof Y.ContentType)) continue
    if (content.type instanceof Y.XmlText) yield* originsOfText(content.type)
    else if (content.type instanceof Y.XmlFragment) yield* originsOfRichText(content.type)
  }
}

/** The present value of a key; null when there is none. */
export function originOfEntry(map: Pick<Y.Map<unknown>, '_map'>, key: string): Origin | null {
  const item = map._map.get(key)
  return item && !item.deleted ? { clientId: item.id.client, clock: item.id.clock, length: 1 } : null
}

/** The words of all texts that stand in a map, for who wrote most of it. */
export function originsWithin(map: Y.Map<unknown>): Origin[] {
  return [...map.values()].flatMap((value) => (value instanceof Y.Text ? originsOfText(value) : []))
}

/** What a list or text holds, in order and without what was deleted. */
export function* itemsOf(type: Y.Text | Y.XmlFragment): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted && item.countable) yield item
}
