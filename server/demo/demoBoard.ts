/**
 * The documents of the boards: the sample's cards, draft recommendations and parked topics, each written by its author.
 * Their marks are no part of a document: buildDemo.ts has them set.
 */
import * as Y from 'yjs'
import type { CaseId } from '../../shared/contracts/ids.ts'
import type { CardKind, Language, Marking } from '../../shared/contracts/terms.ts'
import { addCard } from '../../shared/documents/boardDocument.ts'
import { type CardField, cardFieldsOf } from '../../shared/documents/cardFields.ts'
import { fieldTextOf, setFieldTag, setFieldValue } from '../../shared/documents/cardValues.ts'
import { type SampleBoard, sample } from './sample.ts'

export interface CardUpdate {
  cardId: string
  authorId: string
  /** The mark that the sample gives it; null where it gives none. */
  marking: Marking | null
  bytes: Uint8Array
}

type CaseIdOf = (sampleId: string) => CaseId | undefined

/** What a card says, by the places that its template gives to its fields. */
interface Written {
  id: string
  kind: CardKind
  title: string
  language: Language
  authorId: string
  marking: Marking | null
  says: Record<string, string | string[] | undefined>
}

/** One update per card of a board. `caseIdOf` gives the id under which a sample case stands in the meeting. */
export function boardUpdates(board: SampleBoard, caseIdOf: CaseIdOf): CardUpdate[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const written = cardsOf(board, caseIdOf).map((card): CardUpdate => {
    doc.transact(() => write(doc, card))
    const { id: cardId, authorId, marking } = card
    return { cardId, authorId, marking, bytes: Y.mergeUpdates(updates.splice(0)) }
  })
  doc.destroy()
  return written
}

function cardsOf(board: SampleBoard, caseIdOf: CaseIdOf): Written[] {
  switch (board.type) {
    case 'recommendation':
      return recommendations()
    case 'parkedTopic':
      return parkedTopics()
    default:
      return notesOf(board, caseIdOf)
  }
}

function notesOf(board: SampleBoard, caseIdOf: CaseIdOf): Written[] {
  const notes = sample.notes.filter(({ boardId }) => boardId === board.id)
  return notes.map(({ id, type, title, lang, authorId, tlp, text, category, stage, articles, caseId }) => ({
    id,
    kind: type,
    title,
    language: lang,
    authorId,
    marking: tlp,
    says: {
      category,
      'text:description': text,
      'value:stage': stage,
      'tags:articles': articles,
      case: caseId === undefined ? undefined : caseIdOf(caseId),
    },
  }))
}

/** The sample does not say who wrote them: the rapporteur gathers what is recommended. */
function recommendations(): Written[] {
  return sample.draftRecommendations.map(({ id, text, addressee, articles }) => ({
    id,
    kind: 'recommendation',
    title: text,
    language: 'es',
    authorId: firstOf('rapporteur'),
    marking: null,
    says: { 'text:addressee': addressee, 'tags:articles': articles },
  }))
}

/** The chair parks what would take too long. */
function parkedTopics(): Written[] {
  return sample.parkingLot.map((title, at) => ({
    id: `park-${at + 1}`,
    kind: 'parkedTopic',
    title,
    language: 'es',
    authorId: firstOf('chair'),
    marking: null,
    says: {},
  }))
}

function firstOf(sampleRole: string): string {
  return sample.participants.find(({ role }) => role === sampleRole)?.id ?? ''
}

function write(doc: Y.Doc, { id, kind, title, language, says }: Written): void {
  addCard(doc, id, kind, title, language)
  for (const field of cardFieldsOf(kind)) say(doc, id, field, says[field.key])
}

function say(doc: Y.Doc, cardId: string, field: CardField, value: string | string[] | undefined): void {
  if (value === undefined) return
  if (Array.isArray(value)) for (const term of value) setFieldTag(doc, cardId, field, term, true)
  else if (field.kind === 'line' || field.kind === 'paragraphs') fieldTextOf(doc, cardId, field)?.insert(0, value)
  else setFieldValue(doc, cardId, field, value)
}
