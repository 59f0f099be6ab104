/** What a card says besides its words, at a glance: a mark that keeps it in the meeting, articles, the case it comes from, a language that is not mine. */
import { useTranslation } from 'react-i18next'
import type { Marking } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { Icon } from '../../design/Icon.tsx'
import { languageNames, languageTags } from '../../design/languageNames.ts'
import { TlpMark } from '../../design/TlpMark.tsx'
import { VisuallyHidden } from '../../design/VisuallyHidden.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './CardChips.module.css'
import type { CaseTitles } from './useCaseTitles.ts'

export interface CardChipsProps {
  card: Card
  /** Null for that of the board. */
  marking: Marking | null
  caseTitles: CaseTitles
}

export function CardChips({ card, marking, caseTitles }: CardChipsProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const linked = card.caseId === null ? undefined : caseTitles.get(card.caseId)
  const foreign = card.language === null || card.language === language ? null : card.language
  const isPlain = card.articles.length === 0 && linked === undefined && foreign === null
  if (isPlain && marking === null) return null
  return (
    <ul className={styles.chips} aria-label={t('face')}>
      {marking !== null && (
        <li className={styles.mark} title={t('mark.stays')}>
          <Icon name="lock" size={12} />
          <TlpMark marking={marking} isDense />
          <VisuallyHidden>: {t('mark.stays')}</VisuallyHidden>
        </li>
      )}
      {card.articles.map((id) => (
        <li key={id} className={styles.chip}>
          <VisuallyHidden>{t('article')} </VisuallyHidden>
          {id}
        </li>
      ))}
      {linked !== undefined && (
        <li className={styles.chip} data-long="">
          <Icon name="document" size={12} />
          <VisuallyHidden>{t('case')}: </VisuallyHidden>
          <span className={styles.words} lang={linked.lang}>
            {linked.text}
          </span>
        </li>
      )}
      {foreign !== null && (
        <li className={styles.chip} lang={languageTags[foreign]}>
          {languageNames[foreign]}
        </li>
      )}
    </ul>
  )
}
