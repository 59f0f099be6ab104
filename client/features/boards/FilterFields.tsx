/** The conditions of the filter: what the cards of the board have, with how many have each. */
import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { languageNames } from '../../design/languageNames.ts'
import { Select } from '../../design/Select.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { type CardFilter, type Condition, offeredBy } from './cardFilter.ts'
import { categoryLabel } from './columnWords.ts'
import styles from './Toolbar.module.css'
import type { CaseTitles } from './useCaseTitles.ts'

/** No condition has an id of its own in the lists. */
const all = 'all'

export interface FilterFieldsProps {
  cards: readonly Card[]
  filter: CardFilter
  caseTitles: CaseTitles
  onChange: (filter: CardFilter) => void
}

export function FilterFields({ cards, filter, caseTitles, onChange }: FilterFieldsProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const field = (condition: Condition, label: string, wordsOf: (id: string) => string) => ({
    label,
    className: styles.condition ?? '',
    value: filter[condition] ?? all,
    choices: [
      { id: all, label: t('filter.all') },
      ...offeredBy(cards, condition, filter[condition])
        .map(({ id, count }) => ({ id, label: `${wordsOf(id)} (${count})` }))
        .sort((a, b) => a.label.localeCompare(b.label, language, { numeric: true })),
    ],
    onChange: (id: string) => onChange({ ...filter, [condition]: id === all ? null : id }),
  })
  return (
    <div className={styles.conditions}>
      <Select {...field('category', t('category'), (id) => categoryLabel(id, language))} />
      <Select {...field('article', t('article'), (id) => labelOf('articles', id, language))} />
      <Select {...field('caseId', t('case'), (id) => caseTitles.get(id)?.text ?? t('sheet.unknownCase'))} />
      <Select {...field('language', t('language'), (id) => languageName(id))} />
    </div>
  )
}

function languageName(id: string): string {
  const known: Language | undefined = languages.find((language) => language === id)
  return known === undefined ? id : languageNames[known]
}
