/**
 * A case section by section, in the template's order and with its labels: what its document says, what commands
 * decided (stage, clearance), and which cards of the boards come from it. A section of which nothing is known is absent.
 */
import type { CaseId } from '../../../shared/contracts/ids.ts'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import {
  type CaseField,
  type CaseSectionContent,
  type CaseValue,
  writableSections,
} from '../../../shared/documents/caseDocument.ts'
import { labelOf, listTitle } from '../../../shared/vocabulary/vocabulary.ts'
import { onOneLine } from '../legible.ts'
import { fill } from '../localForms.ts'
import { isInstitutionShown } from '../release.ts'
import { lineOf, type ReportInput } from '../reportInput.ts'
import type { Definition, HeadingLevel, ReportBlock } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { cardList, titleOf } from './cardList.ts'
import { rowsTable } from './caseRows.ts'
import { decidedWords } from './decided.ts'
import { sentence } from './part.ts'
import { richBlocks } from './richBlocks.ts'
import { valueWords } from './valueWords.ts'

/** A case that was not loaded must not look like an empty one. */
export function contentOf(input: ReportInput, caseId: CaseId): CaseSectionContent[] {
  const content = input.cases[caseId]
  if (!content) throw new Error(`the content of case ${caseId} was not given to the report`)
  return content.map((section) => ({
    ...section,
    values: section.values.filter((value) => isShown(input, caseId, value)),
  }))
}

/** The kind of institution that presents stands in the document; whether it is said is its owner's and the policy's. */
function isShown({ meeting, attribution }: ReportInput, caseId: CaseId, value: CaseValue): boolean {
  if (value.kind !== 'value' || value.field.template.vocab !== 'agencyTypes') return true
  const entry = meeting.cases[caseId]
  return entry !== undefined && isInstitutionShown(entry, attribution)
}

/** All sections, each under a heading of this level. */
export function sectionsOf(input: ReportInput, caseId: CaseId, headingLevel: HeadingLevel): ReportBlock[] {
  const content = contentOf(input, caseId)
  return writableSections().flatMap(({ section, fields }): ReportBlock[] => {
    const said = content.find((candidate) => candidate.section.id === section.id)
    const isAside = said?.isNotApplicable === true && !hasFiles(input, caseId, fields)
    const blocks = isAside
      ? [sentence(wordsOf(input.language).notApplicable)]
      : fieldsBlocks({ input, caseId, fields, values: said?.values ?? [], headingLevel })
    if (blocks.length === 0) return []
    return [{ kind: 'heading', level: headingLevel, runs: [{ text: section.title[input.language] }] }, ...blocks]
  })
}

/** What the document says in one section, without a heading. */
export function sectionBlocks(
  input: ReportInput,
  caseId: CaseId,
  sectionId: string,
  headingLevel: HeadingLevel,
): ReportBlock[] {
  const found = contentOf(input, caseId).find(({ section }) => section.id === sectionId)
  const values = found?.values ?? []
  return fieldsBlocks({ input, caseId, fields: values.map(({ field }) => field), values, headingLevel })
}

interface SectionSource {
  input: ReportInput
  caseId: CaseId
  fields: CaseField[]
  values: CaseValue[]
  headingLevel: HeadingLevel
}

/** Lines and chosen terms together first, then tables and text, whose headings stand below the section's. */
function fieldsBlocks({ input, caseId, fields, values, headingLevel }: SectionSource): ReportBlock[] {
  const { language } = input
  const rows = fields.flatMap((field): Definition[] => {
    if (field.kind === 'decided') return decidedWords(input, caseId, field)
    return values.filter((value) => isOf(value, field)).flatMap((value) => definitionOf(value, input))
  })
  const files = hasFiles(input, caseId, fields) ? filesOf(input, caseId) : []
  const rest = values.flatMap((value): ReportBlock[] => {
    if (value.kind === 'rows') return [rowsTable(value.field.columns, value.rows, language)]
    return value.kind === 'richText' ? richBlocks(value.blocks, headingLevel, input) : []
  })
  const cards = fields.flatMap((field) => (field.kind === 'cards' ? cardsOfCase(input, caseId, field.column) : []))
  return [...(rows.length === 0 ? [] : [{ kind: 'definitions' as const, rows }]), ...rest, ...files, ...cards]
}

function hasFiles({ meeting }: ReportInput, caseId: CaseId, fields: CaseField[]): boolean {
  return fields.some(({ kind }) => kind === 'attachments') && meeting.cases[caseId]?.attachments.length !== 0
}

/** The files of a case by their names; who added them is nobody's concern outside. */
function filesOf(input: ReportInput, caseId: CaseId): ReportBlock[] {
  const { attachments, colon } = wordsOf(input.language)
  const items = (input.meeting.cases[caseId]?.attachments ?? []).map(({ nameId }): ReportBlock[] => [
    { kind: 'paragraph', runs: [lineOf(input, nameId)] },
  ])
  return [
    { kind: 'paragraph', runs: [{ text: `${attachments}${colon}`.trimEnd() }] },
    { kind: 'list', ordered: false, items },
  ]
}

function isOf({ field }: CaseValue, other: CaseField): boolean {
  return keyOf(field) === keyOf(other)
}

function keyOf(field: CaseField): string {
  const name = 'field' in field ? field.field : 'list' in field ? field.list : ''
  return `${field.kind} ${field.section} ${name}`
}

function definitionOf(value: CaseValue, { language }: ReportInput): Definition[] {
  switch (value.kind) {
    case 'text':
      return [{ term: value.field.template.label[language], runs: [{ text: onOneLine(value.text) }] }]
    case 'value': {
      const { template } = value.field
      return [{ term: template.label[language], runs: [valueWords(template, value.value, language)] }]
    }
    case 'tags': {
      const { list, template } = value.field
      const terms = value.ids.map((id) => labelOf(list, id, language))
      const term = template?.label[language] ?? listTitle(list, language)
      return [{ term, runs: [{ text: terms.join(wordsOf(language).semicolon) }] }]
    }
    case 'richText':
    case 'rows':
      return []
  }
}

function cardsOfCase(input: ReportInput, caseId: CaseId, kind: CardKind): ReportBlock[] {
  const words = wordsOf(input.language)
  const items = cardList(input, kind)
    .cards.filter(({ card }) => card.caseId === caseId)
    .map(({ number, card }): ReportBlock[] => {
      const label = `${fill(words.cardNumber, { number: String(number) })}${words.colon}`
      return [{ kind: 'paragraph', runs: [{ text: label }, titleOf(input, card)] }]
    })
  return items.length === 0 ? [] : [{ kind: 'list', ordered: false, items }]
}
