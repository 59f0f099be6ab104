/** The lower line of a card: its category, and where it can be written, the buttons of its menus. */
import { useTranslation } from 'react-i18next'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { Icon } from '../../design/Icon.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './Board.module.css'
import type { CardMenuKind } from './cardHandlers.ts'
import { categoriesOf, categoryLabel } from './columnWords.ts'

export interface CardFootProps {
  card: Card
  /** What the card is called where its own words do not stand beside. */
  title: string
  /** Null where the board can only be read. */
  onMenu: ((kind: CardMenuKind, anchor: HTMLElement) => void) | null
}

export function CardFoot({ card, title, onMenu }: CardFootProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const category = card.category === null ? null : categoryLabel(card.category, language)
  if (onMenu === null) {
    return category === null ? null : (
      <footer className={styles.foot}>
        <span className={styles.chip}>{category}</span>
      </footer>
    )
  }
  const opens = (kind: CardMenuKind) => ({
    type: 'button' as const,
    'aria-haspopup': 'menu' as const,
    onClick: (event: { currentTarget: HTMLElement }) => onMenu(kind, event.currentTarget),
  })
  const categoryName = t('categoryOf', { title })
  return (
    <footer className={styles.foot}>
      {(category !== null || categoriesOf(card.column).length > 0) && (
        <button
          {...opens('category')}
          className={category === null ? styles.quiet : styles.chip}
          aria-label={category === null ? categoryName : `${categoryName}, ${category}`}
        >
          {category ?? t('category')}
          <Icon name="down" size={12} />
        </button>
      )}
      <span className={styles.cardActions}>
        <button {...opens('move')} className={styles.quiet} data-part="move" aria-label={t('moveOf', { title })}>
          {t('move')}
        </button>
        <button {...opens('more')} className={styles.quiet} aria-label={t('actions', { title })}>
          <Icon name="more" />
        </button>
      </span>
    </footer>
  )
}
