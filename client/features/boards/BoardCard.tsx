/** One card: its kind, its text, its category and its menus. Plain buttons: hundreds of them are on the screen. */
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { type Card, titleOf } from '../../../shared/documents/boardDocument.ts'
import { KindMark } from '../../design/KindMark.tsx'
import styles from './Board.module.css'
import { CardFoot } from './CardFoot.tsx'
import { CardTitle } from './CardTitle.tsx'
import type { CardHandlers } from './cardHandlers.ts'

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
  const title = card.title.trim() || t('untitled')
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
        <CardFoot
          card={card}
          title={title}
          onMenu={canWrite ? (kind, anchor) => handlers.openMenu(kind, card.id, anchor) : null}
        />
      </article>
    </li>
  )
}
