/** The board as one table in the order of the columns: for who reads row by row, with the same actions on each card. */
import { useTranslation } from 'react-i18next'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { cx } from '../../design/classNames.ts'
import { CardRows } from './CardRows.tsx'
import styles from './CardTable.module.css'
import type { CardHandlers } from './cardHandlers.ts'
import type { CardMarks } from './cardMarks.ts'
import type { ColumnCards } from './dropTarget.ts'
import { QuickAdd } from './QuickAdd.tsx'
import type { CaseTitles } from './useCaseTitles.ts'

export interface CardTableProps {
  label: string
  columns: readonly ColumnCards[]
  marks: CardMarks
  caseTitles: CaseTitles
  canWrite: boolean
  /** The card that the focus is about to go to. */
  wantedId: string | null
  handlers: CardHandlers
  onAdd: (column: CardKind, title: string) => string
}

export function CardTable({ label, columns, marks, caseTitles, canWrite, wantedId, handlers, onAdd }: CardTableProps) {
  const { t } = useTranslation('board')
  const cards: Card[] = columns.flatMap((column) => column.cards)
  return (
    <>
      {canWrite && (
        <div className={styles.adds}>
          {columns.map(({ column }) => (
            <QuickAdd key={column} column={column} freshId={null} onAdd={(title) => onAdd(column, title)} />
          ))}
        </div>
      )}
      {cards.length === 0 ? (
        <p className={styles.empty}>{t('filter.none')}</p>
      ) : (
        <table className={styles.table} aria-label={label} aria-rowcount={cards.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t('card')}</th>
              <th scope="col" className={cx(styles.wide, styles.category)}>
                {t('category')}
              </th>
              <th scope="col" className={cx(styles.wide, styles.face)}>
                {t('face')}
              </th>
              {canWrite && (
                <th scope="col" className={styles.actions}>
                  {t('tableActions')}
                </th>
              )}
            </tr>
          </thead>
          <CardRows
            cards={cards}
            marks={marks}
            wantedId={wantedId}
            caseTitles={caseTitles}
            canWrite={canWrite}
            handlers={handlers}
          />
        </table>
      )}
    </>
  )
}
