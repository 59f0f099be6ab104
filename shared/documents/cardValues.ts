/**
 * The values of one card's fields: read for a side sheet or a report, and written. Reads are tolerant: a value of
 * another shape than its field is as if it were not there.
 */
import * as Y from 'yjs'
import { cardOf } from './boardDocument.ts'
import { type CardField, cardFieldsOf, newFieldType, scaleMax } from './cardFields.ts'
import { readPlace } from './cardOrder.ts'
import { addTag, readTags, removeTag } from './caseDocument.ts'

export type CardValue =
  | { kind: 'title' | 'line'; field: CardField; text: string }
  | { kind: 'paragraphs'; field: CardField; paragraphs: string[] }
  | { kind: 'choice'; field: CardField; id: string }
  | { kind: 'scale'; field: CardField; value: number }
  | { kind: 'tags'; field: CardField; ids: string[] }
  | { kind: 'case'; field: CardField; caseId: string }

/** All that a card says, in the order of its kind's template; what is empty is left out. */
export function readCardFields(doc: Y.Doc, cardId: string): CardValue[] {
  const card = cardOf(doc, cardId)
  const place = readPlace(card?.get('place'))
  if (card === null || place === null) return []
  return cardFieldsOf(place.column).flatMap((field) => readValue(card, field) ?? [])
}

/** The required fields of the card's kind that say nothing yet. */
export function missingFields(doc: Y.Doc, cardId: string): CardField[] {
  const card = cardOf(doc, cardId)
  const place = readPlace(card?.get('place'))
  if (card === null || place === null) return []
  return cardFieldsOf(place.column).filter((field) => field.template.required && readValue(card, field) === null)
}

function readValue(card: Y.Map<unknown>, field: CardField): CardValue | null {
  const value = card.get(field.key)
  switch (field.kind) {
    case 'title':
    case 'line': {
      const text = value instanceof Y.Text ? value.toString().trim() : ''
      return text === '' ? null : { kind: field.kind, field, text }
    }
    case 'paragraphs': {
      const paragraphs = value instanceof Y.Text ? paragraphsOf(value.toString()) : []
      return paragraphs.length === 0 ? null : { kind: 'paragraphs', field, paragraphs }
    }
    case 'choice':
      return typeof value === 'string' ? { kind: 'choice', field, id: value } : null
    case 'scale':
      return isOnScale(value) ? { kind: 'scale', field, value } : null
    case 'tags': {
      const ids = value instanceof Y.Map ? readTags(value) : []
      return ids.length === 0 ? null : { kind: 'tags', field, ids }
    }
    case 'case':
      return typeof value === 'string' ? { kind: 'case', field, caseId: value } : null
  }
}

function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

function isOnScale(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= scaleMax
}

/** The text of a field, to bind an input to; null when the card is gone or the field has no text yet: see openField. */
export function fieldTextOf(doc: Y.Doc, cardId: string, field: CardField): Y.Text | null {
  const text = cardOf(doc, cardId)?.get(field.key)
  return text instanceof Y.Text ? text : null
}

/** The chosen terms of a field as a shared set; null as with fieldTextOf. */
export function fieldTagsOf(doc: Y.Doc, cardId: string, field: CardField): Y.Map<number> | null {
  const tags = cardOf(doc, cardId)?.get(field.key)
  return tags instanceof Y.Map ? tags : null
}

/** Gives a card the shared type of a field that came to the template after the card was written. */
export function openField(doc: Y.Doc, cardId: string, field: CardField): void {
  const card = cardOf(doc, cardId)
  const type = newFieldType(field)
  if (card && type && !card.has(field.key)) card.set(field.key, type)
}

/** Sets or clears (null) a choice, a scale or the linked case. */
export function setFieldValue(doc: Y.Doc, cardId: string, field: CardField, value: string | number | null): void {
  const card = cardOf(doc, cardId)
  if (value === null) card?.delete(field.key)
  else card?.set(field.key, value)
}

/** Adds a term to a tags field, or takes it away. */
export function setFieldTag(doc: Y.Doc, cardId: string, field: CardField, id: string, isChosen: boolean): void {
  doc.transact(() => {
    openField(doc, cardId, field)
    const tags = fieldTagsOf(doc, cardId, field)
    if (tags && isChosen) addTag(tags, id)
    else if (tags) removeTag(tags, id)
  })
}

/** Every word that people wrote in a card, whatever its kind shows of it: what a search looks through. */
export function wordsOfCard(doc: Y.Doc, cardId: string): string {
  const texts = [...(cardOf(doc, cardId)?.values() ?? [])].filter((value) => value instanceof Y.Text)
  return texts.map((text) => text.toString()).join('\n')
}
