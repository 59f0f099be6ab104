/** What is chosen rather than written (a term, a day, a number, yes or no), in the words of the report's language. */
import type { Language } from '../../../shared/contracts/terms.ts'
import { isTextColumn } from '../../../shared/documents/caseRows.ts'
import type { DateRange, FieldValue } from '../../../shared/documents/caseValues.ts'
import { choiceLabel, otherWordsOf, type TemplateField } from '../../../shared/vocabulary/vocabulary.ts'
import { onOneLine } from '../legible.ts'
import { fill, formatDay, formatDays, formatNumber } from '../localForms.ts'
import type { ReportRun } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { linkTo } from './richBlocks.ts'

/** Of a field of a case or a cell of one of its tables. */
export function valueWords(field: TemplateField, value: FieldValue, language: Language): ReportRun {
  const words = wordsOf(language)
  switch (typeof value) {
    case 'boolean':
      return { text: value ? words.yes : words.no }
    case 'number':
      return { text: formatNumber(language, value) }
    case 'object':
      return { text: rangeWords(value, language) }
    case 'string':
      if (isTextColumn(field)) return { text: onOneLine(value), ...(field.type === 'url' ? linkTo(value) : {}) }
      if (field.type === 'date') return { text: formatDay(language, value) }
      return { text: otherWordsOf(value) ?? choiceLabel(field, value, language) }
  }
}

function rangeWords({ from, to }: DateRange, language: Language): string {
  const words = wordsOf(language)
  // Two days in the wrong order were typed by somebody: they are shown as they stand.
  if (from !== null && to !== null) {
    return from <= to ? formatDays(language, from, to) : `${formatDay(language, from)} – ${formatDay(language, to)}`
  }
  const day = formatDay(language, from ?? to ?? '')
  return fill(from === null ? words.until : words.from, { day })
}
