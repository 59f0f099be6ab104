/**
 * The shape of a board inside its Yjs document, its reads and its operations:
 *
 *   `cards`   Y.Map, card id → Y.Map {
 *     title     Y.Text
 *     place     { column, order }   one value, so that a move is never half a move
 *     category  term id, or absent
 *   }
 *
 * `order` is a fractional index (Figma's scheme): a card moves without touching its neighbours. Reads are tolerant:
 * what does not have this shape is not shown and not touched.
 */
import { generateKeyBetween } from 'fractional-indexing'
import * as Y from 'yjs'
import { type CardKind, cardKinds } from '../contracts/terms.ts'

export interface Card {
  id: string
  title: string
  column: CardKind
  order: string
  category: string | null
}

export interface Place {
  column: CardKind
  order: string
}

export function cardsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('cards')
}

/** The cards in order, by column and position; equal positions (two people at once) are settled by id. */
export function readCards(doc: Y.Doc): Card[] {
  const cards: Card[] = []
  for (const [id, value] of cardsOf(doc)) {
    const place = value instanceof Y.Map ? readPlace(value.get('place')) : null
    if (!(value instanceof Y.Map) || place === null) continue
    const title = value.get('title')
    const category = value.get('category')
    cards.push({
      id,
      title: title instanceof Y.Text ? title.toString() : '',
      ...place,
      category: typeof category === 'string' ? category : null,
    })
  }
  return cards.sort(byPlace)
}

export function readColumn(doc: Y.Doc, column: CardKind): Card[] {
  return readCards(doc).filter((card) => card.column === column)
}

function byPlace(a: Card, b: Card): number {
  const columns = cardKinds.indexOf(a.column) - cardKinds.indexOf(b.column)
  if (columns !== 0) return columns
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function readPlace(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null) return null
  const { column, order } = value as Partial<Place>
  if (typeof order !== 'string' || !cardKinds.some((kind) => kind === column)) return null
  return { column: column as CardKind, order }
}

/** The text of a card's title, to bind an input to; null when the card is gone or has no such shape. */
export function titleOf(doc: Y.Doc, cardId: string): Y.Text | null {
  const card = cardsOf(doc).get(cardId)
  const title = card instanceof Y.Map ? card.get('title') : null
  return title instanceof Y.Text ? title : null
}

/** Adds a card at the end of a column. `cardId` is new and comes from the caller. */
export function addCard(doc: Y.Doc, cardId: string, column: CardKind, title: string): void {
  doc.transact(() => {
    const card = new Y.Map<unknown>()
    card.set('title', new Y.Text(title))
    card.set('place', { column, order: orderAt(readColumn(doc, column), 'bottom') })
    cardsOf(doc).set(cardId, card)
  })
}

export type Spot = 'top' | 'bottom' | 'up' | 'down'

/** Moves a card to another column or another spot of its own; a card that is gone stays gone. */
export function moveCard(doc: Y.Doc, cardId: string, column: CardKind, spot: Spot): void {
  doc.transact(() => {
    const card = cardsOf(doc).get(cardId)
    if (!(card instanceof Y.Map)) return
    const inColumn = readColumn(doc, column)
    const index = inColumn.findIndex((other) => other.id === cardId)
    const others = inColumn.filter((other) => other.id !== cardId)
    card.set('place', { column, order: orderAt(others, spot, index) })
  })
}

function orderAt(cards: Card[], spot: Spot, index = -1): string {
  const others = cards.filter((card) => isOrderKey(card.order))
  const target = targetIndex(others.length, spot, index)
  const before = others[target - 1]?.order ?? null
  // Neighbours placed by two people at once can share a position: then the next different one bounds the gap.
  const after = others.slice(target).find((card) => before === null || card.order > before)?.order ?? null
  return generateKeyBetween(before, after)
}

function isOrderKey(order: string): boolean {
  try {
    generateKeyBetween(order, null)
    return true
  } catch {
    return false
  }
}

function targetIndex(count: number, spot: Spot, index: number): number {
  if (spot === 'top') return 0
  if (spot === 'bottom' || index < 0) return count
  return Math.max(0, Math.min(count, spot === 'up' ? index - 1 : index + 1))
}

/** Sets or clears (null) the category. */
export function setCategory(doc: Y.Doc, cardId: string, category: string | null): void {
  const card = cardsOf(doc).get(cardId)
  if (!(card instanceof Y.Map)) return
  if (category === null) card.delete('category')
  else card.set('category', category)
}

export function removeCard(doc: Y.Doc, cardId: string): void {
  cardsOf(doc).delete(cardId)
}
