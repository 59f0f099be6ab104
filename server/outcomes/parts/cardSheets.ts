/** The annex of cards: each with all its fields, under the number that it has in the tables. */
import type { CaseId } from '../../../shared/contracts/ids.ts'
import { type CardKind, cardKinds, usualColumns } from '../../../shared/contracts/terms.ts'
import { scaleMax, termsOfField } from '../../../shared/documents/cardFields.ts'
import type { CardValue } from '../../../shared/documents/cardValues.ts'
import { cardTemplates, labelOf, otherWordsOf } from '../../../shared/vocabulary/vocabulary.ts'
import { fill } from '../localForms.ts'
import { isReleased } from '../release.ts'
import { type ReportInput, spokenIn } from '../reportInput.ts'
import type { Definition, ReportBlock, ReportRun } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { cardList, type NumberedCard, titleOf } from './cardList.ts'
import { caseTitle } from './cases.ts'
import { type PartContent, section } from './part.ts'

export function cardSheets(input: ReportInput): PartContent {
  const content = section([])
  for (const kind of cardKinds) {
    const { cards, omitted } = cardList(input, kind)
    const sheets = cards.map((numbered) => ({ marking: numbered.marking, blocks: sheetOf(input, numbered) }))
    const shown = sheets.filter(({ blocks }) => blocks.length > 0)
    content.omitted.push(...omitted)
    if (shown.length === 0) continue
    content.blocks.push(kindHeading(kind, input), ...shown.flatMap(({ blocks }) => blocks))
    content.markings.push(...shown.map(({ marking }) => marking))
  }
  return content
}

function kindHeading(kind: CardKind, { language }: ReportInput): ReportBlock {
  return { kind: 'heading', level: 2, runs: [{ text: cardTemplates[kind].plural[language] }] }
}

/** The other kinds are in the annex alone. */
function hasTable(kind: CardKind): boolean {
  return usualColumns.includes(kind)
}

/** What the table of a kind says beside the title. */
function isInTable(kind: CardKind, { kind: field, field: { key } }: CardValue): boolean {
  return kind === 'recommendation' ? field === 'line' || key === 'tags:articles' : key === 'category'
}

/** A card that says no more than the table of its kind does has no sheet. */
function sheetOf(input: ReportInput, { number, card, marking }: NumberedCard): ReportBlock[] {
  const words = wordsOf(input.language)
  const values = card.values.filter(({ kind }) => kind !== 'title')
  const rowsOf = (of: CardValue[]) => of.flatMap((value) => definitionOf(input, card, value))
  const isTold = rowsOf(values.filter((value) => !isInTable(card.column, value))).length === 0
  if (hasTable(card.column) && isTold) return []
  const label = `${fill(words.cardNumber, { number: String(number) })}${words.colon}`
  return [
    { kind: 'heading', level: 3, runs: [{ text: label }, titleOf(input, card)] },
    { kind: 'definitions', rows: [...rowsOf(values), { term: words.marking, runs: [{ text: marking }] }] },
  ]
}

function definitionOf(input: ReportInput, card: NumberedCard['card'], value: CardValue): Definition[] {
  const runs = runsOf(input, card, value)
  return runs.length === 0 ? [] : [{ term: value.field.template.label[input.language], runs }]
}

function runsOf(input: ReportInput, card: NumberedCard['card'], value: CardValue): ReportRun[] {
  const { language, meeting } = input
  const words = wordsOf(language)
  const spoken = spokenIn(input, card.language)
  switch (value.kind) {
    case 'title':
    case 'line':
      return [{ text: value.text, ...spoken }]
    case 'paragraphs':
      return [{ text: value.paragraphs.join('\n'), ...spoken }]
    case 'choice':
      return [{ text: termLabel(value, value.id, input) }]
    case 'scale':
      return [{ text: fill(words.scale, { value: String(value.value), max: String(scaleMax) }) }]
    case 'tags':
      return [{ text: value.ids.map((id) => termLabel(value, id, input)).join(words.semicolon) }]
    case 'case': {
      const caseId = value.caseId as CaseId
      return isReleased(meeting, caseId) ? caseTitle(input, caseId) : []
    }
  }
}

function termLabel({ field }: CardValue, id: string, { language }: ReportInput): string {
  const { vocab } = field.template
  if (vocab !== undefined) return labelOf(vocab, id, language)
  return termsOfField(field).find((term) => term.id === id)?.label[language] ?? otherWordsOf(id) ?? id
}
