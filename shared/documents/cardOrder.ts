/**
 * Where a card stands: its column, and a fractional index (Figma's scheme), so that it moves without touching its
 * neighbours. Cards that two people put at one position at once share an index; they are settled by id, and told apart
 * only when a third one is to stand between them.
 */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'
import { type CardKind, cardKinds } from '../contracts/terms.ts'

/** One value, so that a move is never half a move. */
export interface Place {
  column: CardKind
  order: string
}

export interface PlacedCard extends Place {
  id: string
}

export function readPlace(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null) return null
  const { column, order } = value as Partial<Place>
  if (typeof order !== 'string' || !cardKinds.some((kind) => kind === column)) return null
  return { column: column as CardKind, order }
}

export function byPlace(a: PlacedCard, b: PlacedCard): number {
  const columns = cardKinds.indexOf(a.column) - cardKinds.indexOf(b.column)
  if (columns !== 0) return columns
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/**
 * The indexes that put a card at a position among the others of its column (in order, without it): its own, and those
 * of cards that share an index with the one before the gap and must make room.
 */
export function ordersAt(others: readonly PlacedCard[], cardId: string, position: number): Map<string, string> {
  const target = Math.max(0, Math.min(others.length, position))
  const before = others.slice(0, target).findLast((card) => isOrderKey(card.order))?.order ?? null
  const following = others.slice(target).filter((card) => isOrderKey(card.order))
  const tied = following.findIndex((card) => before === null || card.order > before)
  const moved = tied < 0 ? following : following.slice(0, tied)
  const after = tied < 0 ? null : (following[tied]?.order ?? null)
  const orders = generateNKeysBetween(before, after, moved.length + 1)
  return new Map([cardId, ...moved.map((card) => card.id)].map((id, index) => [id, orders[index] ?? '']))
}

/** Of a broken index nothing can be derived; the card is shown where it sorts. */
function isOrderKey(order: string): boolean {
  try {
    generateKeyBetween(order, null)
    return true
  } catch {
    return false
  }
}
