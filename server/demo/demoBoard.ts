/** The document of the board: the sample's cards and draft recommendations, each written by its author. */
import * as Y from 'yjs'
import type { CaseId } from '../../shared/contracts/ids.ts'
import type { CardKind, Language } from '../../shared/contracts/terms.ts'
import { addCard } from '../../shared/documents/boardDocument.ts'
import { type CardField, cardFieldsOf } from '../../shared/documents/cardFields.ts'
import { fieldTextOf, setFieldTag, setFieldValue } from '../../shared/documents/cardValues.ts'
import { sample } from './sample.ts'

export interface CardUpdate {
  authorId: string
  bytes: Uint8Array
}

/** What a card says, by the places that its template gives to its fields. */
interface Written {
  id: string
  kind: CardKind
  title: string
  language: Language
  authorId: string
  says: Record<string, string | string[] | undefined>
}

/** `caseIdOf` gives the id under which a sample case stands in the meeting. */
export function boardUpdates(caseIdOf: (sampleId: string) => CaseId | undefined): CardUpdate[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const written = writtenCards(caseIdOf).map((card): CardUpdate => {
    doc.transact(() => write(doc, card))
    return { authorId: card.authorId, bytes: Y.mergeUpdates(updates.splice(0)) }
  })
  doc.destroy()
  return written
}

function writtenCards(caseIdOf: (sampleId: string) => CaseId | undefined): Written[] {
  const cards = sample.notes.map(
    ({ id, type, title, lang, authorId, text, category, stage, articles, caseId }): Written => ({
      id,
      kind: type,
      title,
      language: lang,
      authorId,
      says: {
        category,
        'text:description': text,
        'value:stage': stage,
        'tags:articles': articles,
        case: caseId === undefined ? undefined : caseIdOf(caseId),
      },
    }),
  )
  const rapporteur = sample.participants.find(({ role }) => role === 'rapporteur')?.id ?? ''
  const recommendations = sample.draftRecommendations.map(
    ({ id, text, addressee, articles }): Written => ({
      id,
      kind: 'recommendation',
      title: text,
      language: 'es',
      authorId: rapporteur,
      says: { 'text:addressee': addressee, 'tags:articles': articles },
    }),
  )
  return [...cards, ...recommendations]
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
