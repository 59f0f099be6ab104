/** One column: its heading and count, the line to add a card, and its cards in order. */
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { KindMark } from '../../design/KindMark.tsx'
import styles from './Board.module.css'
import { BoardCard } from './BoardCard.tsx'
import type { CardHandlers } from './cardHandlers.ts'
import { columnAnchor } from './columnAnchor.ts'
import { QuickAdd } from './QuickAdd.tsx'

export interface BoardColumnProps {
  column: CardKind
  cards: readonly Card[]
  doc: Y.Doc
  canWrite: boolean
  editingId: string | null
  handlers: CardHandlers
  /** Adds a card and gives its id. */
  onAdd: (title: string) => string
}

export function BoardColumn({ column, cards, doc, canWrite, editingId, handlers, onAdd }: BoardColumnProps) {
  const { t } = useTranslation('board')
  const [freshId, setFreshId] = useState<string | null>(null)
  const anchor = columnAnchor(column)
  return (
    <section className={styles.column} data-kind={column} aria-labelledby={anchor}>
      <header className={styles.head}>
        <h2 id={anchor} tabIndex={-1} className={styles.heading}>
          <KindMark kind={column} isPlural />
          <span className={styles.count}>{cards.length}</span>
        </h2>
        {canWrite && <QuickAdd column={column} freshId={freshId} onAdd={(title) => setFreshId(onAdd(title))} />}
      </header>
      {cards.length === 0 ? (
        <div className={styles.empty}>
          <p className={styles.prompt}>{t(`empty.${column}`)}</p>
          <p>{t(canWrite ? 'empty.start' : 'empty.readOnly')}</p>
        </div>
      ) : (
        <ol className={styles.cards}>
          {cards.map((card) => (
            <ListedCard
              key={card.id}
              card={card}
              doc={doc}
              canWrite={canWrite}
              isEditing={editingId === card.id}
              isFresh={freshId === card.id}
              handlers={handlers}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

const ListedCard = memo(BoardCard)
