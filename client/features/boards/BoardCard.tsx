/** One card: its kind, its text, its category and its menus. Plain buttons: hundreds of them are on the screen. */
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { type Card, titleOf } from '../../../shared/documents/boardDocument.ts'
import { Icon } from '../../design/Icon.tsx'
import { KindMark } from '../../design/KindMark.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './Board.module.css'
import { CardTitle } from './CardTitle.tsx'
import type { CardHandlers, CardMenuKind } from './cardHandlers.ts'
import { categoriesOf, categoryLabel } from './columnWords.ts'

export interface BoardCardProps {
  card: Card
  doc: Y.Doc
  canWrite: boolean
  isEditing: boolean
  /** Added a moment ago in this window: shown where it went. */
  isFresh: boolean
  handlers: CardHandlers
}

export function BoardCard({ card, doc, canWrite, isEditing, isFresh, handlers }: BoardCardProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const title = card.title.trim() || t('untitled')
  const category = card.category === null ? null : categoryLabel(card.category, language)
  const opens = (kind: CardMenuKind) => ({
    'aria-haspopup': 'menu' as const,
    onClick: (event: { currentTarget: HTMLElement }) => handlers.openMenu(kind, card.id, event.currentTarget),
  })
  return (
    <li className={styles.card} data-card={card.id} data-fresh={isFresh || undefined}>
      <article aria-label={title}>
        <KindMark kind={card.column} />
        <CardTitle
          title={title}
          text={isEditing && canWrite ? titleOf(doc, card.id) : null}
          canEdit={canWrite}
          onEdit={() => handlers.edit(card.id)}
          onEnd={(options) => handlers.endEdit(card.id, options)}
        />
        {(canWrite || category !== null) && (
          <footer className={styles.foot}>
            {!canWrite && category !== null && <span className={styles.chip}>{category}</span>}
            {canWrite && (category !== null || categoriesOf(card.column).length > 0) && (
              <button
                type="button"
                className={category === null ? styles.quiet : styles.chip}
                aria-label={`${t('categoryOf', { title })}${category === null ? '' : `, ${category}`}`}
                {...opens('category')}
              >
                {category ?? t('category')}
                <Icon name="down" size={12} />
              </button>
            )}
            {canWrite && (
              <span className={styles.cardActions}>
                <button
                  type="button"
                  className={styles.quiet}
                  data-part="move"
                  aria-label={t('moveOf', { title })}
                  {...opens('move')}
                >
                  {t('move')}
                </button>
                <button type="button" className={styles.quiet} aria-label={t('actions', { title })} {...opens('more')}>
                  <Icon name="more" />
                </button>
              </span>
            )}
          </footer>
        )}
      </article>
    </li>
  )
}
