/**
 * The shape of a board inside its Yjs document, its reads and its operations:
 *
 *   `cards`   Y.Map, card id → Y.Map {
 *     title     Y.Text
 *     place     { column, order }   one value, so that a move is never half a move
 *     language  code of the language of the card's words, or absent
 *     category, case, `text:`…, `value:`…, `tags:`…   the fields of its template: see cardFields.ts
 *   }
 *
 * Reads are tolerant: what does not have this shape is not shown and not touched. A card that moves to a column of
 * another kind keeps all its fields; those that the kind does not have are not shown there.
 */
import * as Y from 'yjs'
import { type CardKind, type Language, languages } from '../contracts/terms.ts'
import { addFieldTypes } from './cardFields.ts'
import { byPlace, ordersAt, type Place, readPlace } from './cardOrder.ts'
import { readTags } from './caseDocument.ts'

/** What a list shows of a card; all its fields are read one card at a time (cardValues.ts). */
export interface Card extends Place {
  id: string
  title: string
  category: string | null
  /** Term ids in the order in which they were chosen. */
  articles: readonly string[]
  caseId: string | null
  language: Language | null
}

export function cardsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('cards')
}

/** A card's shared map; null when the card is gone or has no such shape. */
export function cardOf(doc: Y.Doc, cardId: string): Y.Map<unknown> | null {
  const card = cardsOf(doc).get(cardId)
  return card instanceof Y.Map ? card : null
}

/** The cards in order, by column and position; equal positions (two people at once) are settled by id. */
export function readCards(doc: Y.Doc): Card[] {
  const cards: Card[] = []
  for (const [id, value] of cardsOf(doc)) {
    const place = value instanceof Y.Map ? readPlace(value.get('place')) : null
    if (value instanceof Y.Map && place !== null) cards.push({ id, ...place, ...readFace(value) })
  }
  return cards.sort(byPlace)
}

function readFace(card: Y.Map<unknown>): Omit<Card, 'id' | keyof Place> {
  const title = card.get('title')
  const category = card.get('category')
  const articles = card.get('tags:articles')
  const caseId = card.get('case')
  const language = card.get('language')
  return {
    title: title instanceof Y.Text ? title.toString() : '',
    category: typeof category === 'string' ? category : null,
    articles: articles instanceof Y.Map ? readTags(articles) : [],
    caseId: typeof caseId === 'string' ? caseId : null,
    language: languages.find((known) => known === language) ?? null,
  }
}

export function readColumn(doc: Y.Doc, column: CardKind): Card[] {
  return readCards(doc).filter((card) => card.column === column)
}

/** The text of a card's title, to bind an input to; null when the card is gone or has no such shape. */
export function titleOf(doc: Y.Doc, cardId: string): Y.Text | null {
  const title = cardOf(doc, cardId)?.get('title')
  return title instanceof Y.Text ? title : null
}

/** Adds a card at the end of a column. `cardId` is new and comes from the caller. */
export function addCard(doc: Y.Doc, cardId: string, column: CardKind, title: string, language?: Language): void {
  doc.transact(() => {
    const card = new Y.Map<unknown>()
    cardsOf(doc).set(cardId, card)
    card.set('title', new Y.Text(title))
    if (language !== undefined) card.set('language', language)
    addFieldTypes(card)
    placeAt(doc, cardId, column, Number.POSITIVE_INFINITY)
  })
}

/** An end of a column, or a step from where the card is in it. */
export type NamedSpot = 'top' | 'bottom' | 'up' | 'down'

/** Where in a column: a spot that has a name, or right before another card. */
export type Spot = NamedSpot | { before: string }

/** Moves a card to another column or another spot of its own; a card that is gone stays gone. */
export function moveCard(doc: Y.Doc, cardId: string, column: CardKind, spot: Spot): void {
  doc.transact(() => {
    const ids = readColumn(doc, column).map((card) => card.id)
    const index = ids.indexOf(cardId)
    const others = ids.filter((id) => id !== cardId)
    if (cardOf(doc, cardId)) placeAt(doc, cardId, column, positionOf(spot, index, others))
  })
}

/** What is to be stood before and is gone, and a step from a column where the card is not, are the end. */
function positionOf(spot: Spot, index: number, others: readonly string[]): number {
  if (spot === 'top') return 0
  if (typeof spot === 'object') return others.includes(spot.before) ? others.indexOf(spot.before) : others.length
  if (spot === 'bottom' || index < 0) return others.length
  return spot === 'up' ? index - 1 : index + 1
}

function placeAt(doc: Y.Doc, cardId: string, column: CardKind, position: number): void {
  const others = readColumn(doc, column).filter((card) => card.id !== cardId)
  for (const [id, order] of ordersAt(others, cardId, position)) cardOf(doc, id)?.set('place', { column, order })
}

/** Sets or clears (null) the category. */
export function setCategory(doc: Y.Doc, cardId: string, category: string | null): void {
  setPlain(doc, cardId, 'category', category)
}

/** Says or leaves open (null) which language the card's words are in. */
export function setLanguage(doc: Y.Doc, cardId: string, language: Language | null): void {
  setPlain(doc, cardId, 'language', language)
}

/** Links or unlinks (null) the case that the card comes from. */
export function setCase(doc: Y.Doc, cardId: string, caseId: string | null): void {
  setPlain(doc, cardId, 'case', caseId)
}

function setPlain(doc: Y.Doc, cardId: string, key: string, value: string | null): void {
  const card = cardOf(doc, cardId)
  if (value === null) card?.delete(key)
  else card?.set(key, value)
}

export function removeCard(doc: Y.Doc, cardId: string): void {
  cardsOf(doc).delete(cardId)
}
