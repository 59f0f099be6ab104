/**
 * How far a case is filled in, by section and as a whole. Required fields and sections weigh more; a section that is
 * said not to apply is done, an empty one is not. It judges whether something stands there, never whether it is good.
 */
import type * as Y from 'yjs'
import type { TemplateField, TemplateSection } from '../vocabulary/vocabulary.ts'
import { type CaseField, fieldsOf, isNotApplicable, readField, writableSections } from './caseDocument.ts'

/** Weight of what the template requires, against 1 for what it offers. */
const requiredWeight = 3

export type CompletenessState = 'empty' | 'begun' | 'complete' | 'notApplicable'

export interface Completeness {
  state: CompletenessState
  /** From 0 to 1. */
  share: number
  /** Something that the template requires is missing. */
  lacksRequired: boolean
}

/** What belongs to the case and does not stand in its document. */
export interface OutsideDocument {
  /** Whether the command that decides this field has been given. */
  isDecided(template: TemplateField): boolean
  /** Whether the boards have a card of this section that is linked to the case. */
  hasCards(field: CaseField & { kind: 'cards' }): boolean
  /** Whether files were attached to the case. */
  hasAttachments: boolean
}

export function sectionCompleteness(doc: Y.Doc, section: TemplateSection, outside: OutsideDocument): Completeness {
  const fields = fieldsOf(section)
  // A source is named in a row or attached as a file: either of the two is enough.
  const isAttached = outside.hasAttachments && fields.some(({ kind }) => kind === 'attachments')
  const parts = fields
    .filter(({ kind }) => kind !== 'attachments')
    .map((field) => ({
      isRequired: isRequired(section, field),
      isDone: isAttached || isFilled(doc, field, outside),
    }))
  const isEmpty = parts.every(({ isDone }) => !isDone)
  if (isEmpty && isNotApplicable(doc, section)) return { state: 'notApplicable', share: 1, lacksRequired: false }
  const share = shareOf(
    parts.map(({ isRequired, isDone }) => ({ weight: weightOf(isRequired), share: Number(isDone) })),
  )
  return {
    state: isEmpty ? 'empty' : share < 1 ? 'begun' : 'complete',
    share,
    lacksRequired: parts.some(({ isRequired, isDone }) => isRequired && !isDone),
  }
}

/** The whole case, from 0 to 1. */
export function caseCompleteness(doc: Y.Doc, outside: OutsideDocument): number {
  return shareOf(
    writableSections().map(({ section }) => ({
      weight: weightOf(section.required === true),
      share: sectionCompleteness(doc, section, outside).share,
    })),
  )
}

function isRequired(section: TemplateSection, field: CaseField): boolean {
  switch (field.kind) {
    case 'text':
    case 'value':
    case 'decided':
      return field.template.required === true
    case 'tags':
      return field.template?.required === true
    default:
      // A section of one field: what is required of the one is required of the other.
      return section.required === true
  }
}

function isFilled(doc: Y.Doc, field: CaseField, outside: OutsideDocument): boolean {
  if (field.kind === 'decided') return outside.isDecided(field.template)
  if (field.kind === 'cards') return outside.hasCards(field)
  return readField(doc, field).length > 0
}

function weightOf(isRequired: boolean): number {
  return isRequired ? requiredWeight : 1
}

function shareOf(parts: readonly { weight: number; share: number }[]): number {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  return total === 0 ? 1 : parts.reduce((sum, { weight, share }) => sum + weight * share, 0) / total
}
