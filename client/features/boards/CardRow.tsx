/** One card as a row: its words open it, the rest is what its face says, and its menus. */
import { useTranslation } from 'react-i18next'
import type { Marking } from '../../../shared/contracts/terms.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { Icon } from '../../design/Icon.tsx'
import { KindMark } from '../../design/KindMark.tsx'
import { languageTags } from '../../design/languageNames.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import board from './Board.module.css'
import { CardByline } from './CardByline.tsx'
import { CardChips } from './CardChips.tsx'
import styles from './CardTable.module.css'
import type { CardHandlers, CardMenuKind } from './cardHandlers.ts'
import { categoryLabel } from './columnWords.ts'
import type { CaseTitles } from './useCaseTitles.ts'

export interface CardRowProps {
  card: Card
  /** What its face shows; null for the mark of the board. */
  marking: Marking | null
  caseTitles: CaseTitles
  canWrite: boolean
  handlers: CardHandlers
  /** Its place among the cards, and that of its row in the whole table, counted from one. */
  index: number
  position: number
  measure: (row: HTMLTableRowElement | null) => void
}

export function CardRow({ card, marking, caseTitles, canWrite, handlers, index, position, measure }: CardRowProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const title = card.title.trim() || t('untitled')
  const opens = (kind: CardMenuKind) => ({
    type: 'button' as const,
    className: board.quiet,
    'aria-haspopup': 'menu' as const,
    onClick: (event: { currentTarget: HTMLElement }) => handlers.openMenu(kind, card.id, event.currentTarget),
  })
  return (
    <tr ref={measure} data-card={card.id} data-index={index} aria-rowindex={position}>
      <th scope="row">
        <KindMark kind={card.column} />
        <button
          type="button"
          data-part="title"
          className={styles.title}
          lang={card.language === null ? undefined : languageTags[card.language]}
          aria-haspopup="dialog"
          onClick={() => handlers.open(card.id)}
        >
          {title}
        </button>
        <CardByline cardId={card.id} />
      </th>
      <td className={styles.wide}>{card.category !== null && categoryLabel(card.category, language)}</td>
      <td className={styles.wide}>
        <CardChips card={card} marking={marking} caseTitles={caseTitles} />
      </td>
      {canWrite && (
        <td className={styles.actions}>
          <button {...opens('move')} data-part="move" aria-label={t('moveOf', { title })}>
            {t('move')}
          </button>
          <button {...opens('more')} aria-label={t('actions', { title })}>
            <Icon name="more" />
          </button>
        </td>
      )}
    </tr>
  )
}
