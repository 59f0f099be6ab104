/** The board as columns beside each other, with all ways to drag a card among them. */
import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { EditHistory } from '../../session/textBinding.ts'
import styles from './Board.module.css'
import { BoardColumn } from './BoardColumn.tsx'
import type { CardHandlers } from './cardHandlers.ts'
import type { CardMarks } from './cardMarks.ts'
import drag from './Drag.module.css'
import { keysHintId } from './dragHint.ts'
import { showDropLine } from './dropLine.ts'
import type { ColumnCards, DropTarget } from './dropTarget.ts'
import { JumpLinks } from './JumpLinks.tsx'
import { PointerDrag } from './PointerDrag.ts'
import type { CaseTitles } from './useCaseTitles.ts'

export interface ColumnsProps {
  root: RefObject<HTMLDivElement | null>
  /** The columns with the cards that are shown. */
  columns: readonly ColumnCards[]
  totals: ReadonlyMap<CardKind, number>
  doc: Y.Doc
  history: EditHistory
  marks: CardMarks
  caseTitles: CaseTitles
  canWrite: boolean
  editingId: string | null
  /** The card picked up with the keys, and where it would go. */
  liftedId: string | null
  target: DropTarget | null
  handlers: CardHandlers
  onDrop: (cardId: string, target: DropTarget) => void
  onAdd: (column: CardKind, title: string) => string
}

export function Columns(props: ColumnsProps) {
  const { root, columns, totals, canWrite, target, onDrop, onAdd, ...card } = props
  const { t } = useTranslation('board')
  const line = useRef<HTMLDivElement>(null)
  const latestDrop = useRef(onDrop)
  useEffect(() => {
    latestDrop.current = onDrop
  })

  useEffect(() => {
    if (!canWrite || !root.current || !line.current) return
    const pointer = new PointerDrag(root.current, line.current, {
      onDrop: (cardId, to) => latestDrop.current(cardId, to),
    })
    return () => pointer.dispose()
  }, [canWrite, root])

  const hadTarget = useRef(false)
  // With every drawing, because others' cards come and go around the place.
  useEffect(() => {
    if (target === null && !hadTarget.current) return
    hadTarget.current = target !== null
    if (!root.current || !line.current) return
    showDropLine(root.current, line.current, target)
    if (target) line.current.scrollIntoView({ block: 'nearest' })
  })

  return (
    <>
      <JumpLinks columns={columns} />
      <div className={styles.columns} data-columns={columns.length}>
        {columns.map(({ column, cards }) => (
          <BoardColumn
            key={column}
            {...card}
            column={column}
            cards={cards}
            total={totals.get(column) ?? 0}
            canWrite={canWrite}
            onAdd={(title) => onAdd(column, title)}
          />
        ))}
      </div>
      <div ref={line} className={drag.line} hidden />
      <p id={keysHintId} hidden>
        {t('drag.keys')}
      </p>
    </>
  )
}
