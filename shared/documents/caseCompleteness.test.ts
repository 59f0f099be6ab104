import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { fill } from '../../tests/support/caseFilling.ts'
import { caseTemplate, type TemplateSection } from '../vocabulary/vocabulary.ts'
import { caseCompleteness, type OutsideDocument, sectionCompleteness } from './caseCompleteness.ts'
import { fieldsOf, setNotApplicable, writableSections } from './caseDocument.ts'

const nothing: OutsideDocument = { isDecided: () => false, hasAttachments: false, hasCards: () => false }
const everything: OutsideDocument = { isDecided: () => true, hasAttachments: true, hasCards: () => true }
const label = { es: 'a', en: 'a', pt: 'a', fr: 'a' }

function section(change: Partial<TemplateSection>): TemplateSection {
  return { id: 's', title: label, hint: label, kind: 'fields', ...change }
}

test('a case is empty at first and whole when every field is filled', () => {
  const doc = new Y.Doc()
  expect(caseCompleteness(doc, nothing)).toBe(0)
  for (const { fields } of writableSections()) for (const field of fields) fill(doc, field)
  expect(caseCompleteness(doc, everything)).toBe(1)
  for (const each of caseTemplate.sections) {
    expect(sectionCompleteness(doc, each, everything).state).toBe('complete')
  }
})

test('required fields weigh more than the others, and what lacks is said', () => {
  const doc = new Y.Doc()
  const template = section({
    fields: [
      { id: 'must', label, type: 'text', required: true },
      { id: 'can', label, type: 'number' },
    ],
  })
  const [must, can] = fieldsOf(template)
  if (!must || !can) throw new Error('two fields were given')
  fill(doc, can)
  expect(sectionCompleteness(doc, template, nothing)).toEqual({ state: 'begun', share: 0.25, lacksRequired: true })
  fill(doc, must)
  expect(sectionCompleteness(doc, template, nothing)).toEqual({ state: 'complete', share: 1, lacksRequired: false })
})

test('a section that does not apply is done; empty it is not', () => {
  const doc = new Y.Doc()
  const template = section({ kind: 'richtext', required: true })
  expect(sectionCompleteness(doc, template, nothing)).toEqual({ state: 'empty', share: 0, lacksRequired: true })
  setNotApplicable(doc, template.id, true)
  expect(sectionCompleteness(doc, template, nothing)).toEqual({
    state: 'notApplicable',
    share: 1,
    lacksRequired: false,
  })
})

test('cards and decisions count though they stand elsewhere', () => {
  const doc = new Y.Doc()
  const cards = section({ kind: 'cards', cardType: 'obstacle' })
  expect(sectionCompleteness(doc, cards, nothing).state).toBe('empty')
  expect(sectionCompleteness(doc, cards, everything).state).toBe('complete')
  const decided = section({ fields: [{ id: 'stage', label, type: 'choice', decidedBy: 'case.setStage' }] })
  expect(sectionCompleteness(doc, decided, everything).state).toBe('complete')
})
