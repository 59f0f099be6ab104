/**
 * The fields of a card, read from the template of its kind, and where each lies in the card's Y.Map:
 *
 *   `title`          Y.Text, one line
 *   `text:<field>`   Y.Text; a line, or paragraphs that end with a line break
 *   `value:<field>`  a term id, or a number from 1 to 5
 *   `tags:<field>`   Y.Map, term id → position; a set, so that two people's choices both stay
 *   `category`, `case`   term id of the kind's list, id of a case
 *
 * A field that is added to the data has its place without code. Two kinds that share a field share its place. Left out:
 * kinds of field that this version does not know, and the mark, which must not be forged (shared/proceedings).
 */
import * as Y from 'yjs'
import { type CardKind, cardKinds } from '../contracts/terms.ts'
import { cardTemplates, choicesOfField, type TemplateField, type Term } from '../vocabulary/vocabulary.ts'

export interface CardField {
  kind: 'title' | 'line' | 'paragraphs' | 'choice' | 'scale' | 'tags' | 'case'
  /** Where the value lies in the card's map. */
  key: string
  template: TemplateField
}

/** A scale goes from 1 to here. */
export const scaleMax = 5

/** The list of the marks: a choice from it is decided by the server, not written in a document. */
const markings = 'tlp'

/** The fields of a kind of card in the template's order; the same objects each time. */
export function cardFieldsOf(kind: CardKind): readonly CardField[] {
  return fieldsByKind[kind]
}

/** The fields that a template's entries stand for. */
export function fieldsOfTemplate(templates: readonly TemplateField[]): CardField[] {
  return templates.flatMap((template): CardField[] => {
    const { id, type, vocab } = template
    switch (type) {
      case 'text':
        return [id === 'title' ? { kind: 'title', key: id, template } : { kind: 'line', key: `text:${id}`, template }]
      case 'richtext':
        return [{ kind: 'paragraphs', key: `text:${id}`, template }]
      case 'choice':
        if (vocab === markings) return []
        return [{ kind: 'choice', key: id === 'category' ? id : `value:${id}`, template }]
      case 'scale5':
        return [{ kind: 'scale', key: `value:${id}`, template }]
      case 'tags':
      case 'multichoice':
        return [{ kind: 'tags', key: `tags:${id}`, template }]
      case 'caseRef':
        return [{ kind: 'case', key: 'case', template }]
      default:
        return []
    }
  })
}

const fieldsByKind: Record<CardKind, readonly CardField[]> = {
  goodPractice: fieldsOfTemplate(cardTemplates.goodPractice.fields),
  obstacle: fieldsOfTemplate(cardTemplates.obstacle.fields),
  recommendation: fieldsOfTemplate(cardTemplates.recommendation.fields),
  parkedTopic: fieldsOfTemplate(cardTemplates.parkedTopic.fields),
}

/** What a choice or tags field offers. */
export function termsOfField({ template }: CardField): readonly Term[] {
  return choicesOfField(template)
}

/** The empty shared type that a field's value is written in; null where the value is a plain one. */
export function newFieldType(field: CardField): Y.Text | Y.Map<number> | null {
  switch (field.kind) {
    case 'title':
    case 'line':
    case 'paragraphs':
      return new Y.Text()
    case 'tags':
      return new Y.Map<number>()
    default:
      return null
  }
}

/**
 * Puts the shared types of all fields into a new card, of all kinds because it may move. They come with the card: two
 * people who began a field at once would each make their own, and only one of the two would stay.
 */
export function addFieldTypes(card: Y.Map<unknown>): void {
  const keys = new Set(card.keys())
  for (const field of cardKinds.flatMap(cardFieldsOf)) {
    const type = keys.has(field.key) ? null : newFieldType(field)
    if (type === null) continue
    keys.add(field.key)
    card.set(field.key, type)
  }
}
