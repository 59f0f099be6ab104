/** A typed value as words of the reader's language: for readers, and for the title of a row. */
import type { TFunction } from 'i18next'
import type { Language } from '../../../shared/contracts/terms.ts'
import type { FieldValue } from '../../../shared/documents/caseValues.ts'
import { choiceLabel, type TemplateField } from '../../../shared/vocabulary/vocabulary.ts'
import { formatDate, formatNumber, formatSpan } from '../../i18n/dates.ts'

export function valueWords(
  template: TemplateField,
  value: FieldValue,
  language: Language,
  t: TFunction<'case'>,
): string {
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no')
  if (typeof value === 'number') return formatNumber(value, language)
  if (typeof value === 'string') {
    return template.type === 'date' ? formatDate(value, language) : choiceLabel(template, value, language)
  }
  const { from, to } = value
  if (from !== null && to !== null) return formatSpan(from, to, language)
  if (from !== null) return t('value.since', { day: formatDate(from, language) })
  return to === null ? '' : t('value.until', { day: formatDate(to, language) })
}
