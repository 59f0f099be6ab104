/** One column: its heading and count, the line to add a card, and its cards in order. */
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { KindMark } from '../../design/KindMark.tsx'
import type { EditHistory } from '../../session/textBinding.ts'
import styles from './Board.module.css'
import { BoardCard } from './BoardCard.tsx'
import type { CardHandlers } from './cardHandlers.ts'
import { type CardMarks, shownMarking } from './cardMarks.ts'
import { columnAnchor } from './columnAnchor.ts'
import { QuickAdd } from './QuickAdd.tsx'
import type { CaseTitles } from './useCaseTitles.ts'

export interface BoardColumnProps {
  column: CardKind
  /** Those that the filter lets through. */
  cards: readonly Card[]
  /** How many there are. */
  total: number
  doc: Y.Doc
  history: EditHistory
  marks: CardMarks
  caseTitles: CaseTitles
  canWrite: boolean
  editingId: string | null
  liftedId: string | null
  handlers: CardHandlers
  /** Adds a card and gives its id. */
  onAdd: (title: string) => string
}

export function BoardColumn(props: BoardColumnProps) {
  const { column, cards, total, doc, history, marks, caseTitles, canWrite, editingId, liftedId, handlers, onAdd } =
    props
  const { t } = useTranslation('board')
  const [freshId, setFreshId] = useState<string | null>(null)
  const anchor = columnAnchor(column)
  return (
    <section className={styles.column} data-kind={column} aria-labelledby={anchor}>
      <header className={styles.head}>
        <h2 id={anchor} tabIndex={-1} className={styles.heading}>
          <KindMark kind={column} isPlural />
          <span className={styles.count}>
            {cards.length === total ? total : t('filter.ofCount', { shown: cards.length, count: total })}
          </span>
        </h2>
        {canWrite && <QuickAdd column={column} freshId={freshId} onAdd={(title) => setFreshId(onAdd(title))} />}
      </header>
      {cards.length === 0 ? (
        <EmptyColumn column={column} isFiltered={total > 0} canWrite={canWrite} />
      ) : (
        <ol className={styles.cards}>
          {cards.map((card) => (
            <ListedCard
              key={card.id}
              card={card}
              doc={doc}
              history={history}
              marking={shownMarking(marks, card.id)}
              caseTitles={caseTitles}
              canWrite={canWrite}
              isEditing={editingId === card.id}
              isFresh={freshId === card.id}
              isLifted={liftedId === card.id}
              handlers={handlers}
            />
          ))}
        </ol>
      )}
    </section>
  )
}

function EmptyColumn({ column, isFiltered, canWrite }: { column: CardKind; isFiltered: boolean; canWrite: boolean }) {
  const { t } = useTranslation('board')
  if (isFiltered) return <p className={styles.empty}>{t('filter.none')}</p>
  return (
    <div className={styles.empty}>
      <p className={styles.prompt}>{t(`empty.${column}`)}</p>
      <p>{t(canWrite ? 'empty.start' : 'empty.readOnly')}</p>
    </div>
  )
}

const ListedCard = memo(BoardCard)
