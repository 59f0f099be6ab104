/** Where the columns stand below each other: the way to each, with its count. */
import { useTranslation } from 'react-i18next'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { KindMark } from '../../design/KindMark.tsx'
import styles from './Board.module.css'
import { columnAnchor } from './columnAnchor.ts'

export function JumpLinks({ columns }: { columns: readonly { column: CardKind; cards: readonly Card[] }[] }) {
  const { t } = useTranslation('board')
  if (columns.length < 2) return null
  return (
    <nav className={styles.jumps} aria-label={t('columns')}>
      <ul>
        {columns.map(({ column, cards }) => (
          <li key={column}>
            <a
              href={`#${columnAnchor(column)}`}
              onClick={(event) => {
                // The address is the router's.
                event.preventDefault()
                const heading = document.getElementById(columnAnchor(column))
                heading?.scrollIntoView({ block: 'start' })
                heading?.focus({ preventScroll: true })
              }}
            >
              <KindMark kind={column} isPlural /> <span className={styles.count}>{cards.length}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
