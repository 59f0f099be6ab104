/** One card: its kind, its text, its face and its menus. Plain buttons: hundreds of them are on the screen. */
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { Marking } from '../../../shared/contracts/terms.ts'
import { type Card, titleOf } from '../../../shared/documents/boardDocument.ts'
import { KindMark } from '../../design/KindMark.tsx'
import type { EditHistory } from '../../session/textBinding.ts'
import styles from './Board.module.css'
import { CardByline } from './CardByline.tsx'
import { CardChips } from './CardChips.tsx'
import { CardFoot } from './CardFoot.tsx'
import { CardGrip } from './CardGrip.tsx'
import { CardTitle } from './CardTitle.tsx'
import type { CardHandlers } from './cardHandlers.ts'
import type { CaseTitles } from './useCaseTitles.ts'

export interface BoardCardProps {
  card: Card
  doc: Y.Doc
  history: EditHistory
  /** What its face shows; null for the mark of the board. */
  marking: Marking | null
  caseTitles: CaseTitles
  canWrite: boolean
  isEditing: boolean
  /** Added a moment ago in this window: shown where it went. */
  isFresh: boolean
  /** Picked up with the keyboard. */
  isLifted: boolean
  handlers: CardHandlers
}

export function BoardCard(props: BoardCardProps) {
  const { card, doc, history, marking, caseTitles, canWrite, isEditing, isFresh, isLifted, handlers } = props
  const { t } = useTranslation('board')
  const title = card.title.trim() || t('untitled')
  return (
    <li
      className={styles.card}
      data-card={card.id}
      data-fresh={isFresh || undefined}
      data-lifted={isLifted || undefined}
    >
      <article aria-label={title}>
        <div className={styles.cardHead}>
          <KindMark kind={card.column} />
          {canWrite && <CardGrip cardId={card.id} title={title} isLifted={isLifted} handlers={handlers} />}
        </div>
        <CardTitle
          title={title}
          language={card.language}
          text={isEditing && canWrite ? titleOf(doc, card.id) : null}
          history={history}
          onOpen={() => handlers.open(card.id)}
          onEnd={(options) => handlers.endEdit(card.id, options)}
        />
        <CardChips card={card} marking={marking} caseTitles={caseTitles} />
        <CardByline cardId={card.id} />
        <CardFoot
          card={card}
          title={title}
          onMenu={canWrite ? (kind, anchor) => handlers.openMenu(kind, card.id, anchor) : null}
        />
      </article>
    </li>
  )
}
