/** A card's fields to read, where the board cannot be written: what is filled in, and nothing else. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { scaleMax, termsOfField } from '../../../shared/documents/cardFields.ts'
import type { CardValue } from '../../../shared/documents/cardValues.ts'
import { languageTags } from '../../design/languageNames.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './CardSheet.module.css'
import { categoryLabel } from './columnWords.ts'
import type { CaseLinks } from './useCaseLinks.ts'

export interface CardReadingProps {
  card: Card
  values: readonly CardValue[]
  cases: CaseLinks
}

export function CardReading({ card, values, cases }: CardReadingProps) {
  const [language] = useLanguage()
  return (
    <dl className={styles.reading}>
      {values.map((value) => (
        <div key={value.field.key}>
          <dt>{value.field.template.label[language]}</dt>
          <ValueWords value={value} card={card} cases={cases} />
        </div>
      ))}
    </dl>
  )
}

function ValueWords({ value, card, cases }: { value: CardValue; card: Card; cases: CaseLinks }) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const lang = card.language === null ? undefined : languageTags[card.language]
  const termLabel = (id: string) => termsOfField(value.field).find((term) => term.id === id)?.label[language]
  switch (value.kind) {
    case 'title':
    case 'line':
      return <dd lang={lang}>{value.text}</dd>
    case 'paragraphs':
      return (
        <dd lang={lang} className={styles.paragraphs}>
          {value.paragraphs.join('\n')}
        </dd>
      )
    case 'choice':
      return <dd>{termLabel(value.id) ?? categoryLabel(value.id, language)}</dd>
    case 'scale':
      return <dd>{t('sheet.ofScale', { value: value.value, max: scaleMax })}</dd>
    case 'tags':
      return <dd>{value.ids.map((id) => termLabel(id) ?? id).join(' · ')}</dd>
    case 'case': {
      const title = cases.titles.get(value.caseId)
      return (
        <dd>
          {title ? (
            <Link href={cases.pathOf(value.caseId)} lang={title.lang}>
              {title.text}
            </Link>
          ) : (
            t('sheet.unknownCase')
          )}
        </dd>
      )
    }
  }
}
