/** A card's fields to read, where the board cannot be written: what is filled in, and nothing else. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { scaleMax, termsOfField } from '../../../shared/documents/cardFields.ts'
import type { CardValue } from '../../../shared/documents/cardValues.ts'
import { otherWordsOf } from '../../../shared/vocabulary/vocabulary.ts'
import { languageNames, languageTags } from '../../design/languageNames.ts'
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
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const rest = values.filter(({ kind }) => kind !== 'title')
  const isForeign = card.language !== null && card.language !== language
  return (
    <>
      <p className={styles.readTitle} lang={card.language === null ? undefined : languageTags[card.language]}>
        {card.title.trim() || t('untitled')}
      </p>
      {rest.length === 0 && <p className={styles.quiet}>{t('sheet.nothingElse')}</p>}
      <dl className={styles.reading}>
        {rest.map((value) => (
          <div key={value.field.key}>
            <dt>{value.field.template.label[language]}</dt>
            <ValueWords value={value} card={card} cases={cases} />
          </div>
        ))}
        {isForeign && card.language !== null && (
          <div>
            <dt>{t('language')}</dt>
            <dd lang={languageTags[card.language]}>{languageNames[card.language]}</dd>
          </div>
        )}
      </dl>
    </>
  )
}

function ValueWords({ value, card, cases }: { value: CardValue; card: Card; cases: CaseLinks }) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const lang = card.language === null ? undefined : languageTags[card.language]
  const termLabel = (id: string) => termsOfField(value.field).find((term) => term.id === id)?.label[language]
  const wordsOf = (id: string) => termLabel(id) ?? otherWordsOf(id) ?? id
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
      return <dd>{value.ids.map(wordsOf).join(' · ')}</dd>
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
