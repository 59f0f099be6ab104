/** The cards of one kind that belong to this case, wherever they stand on a board; a new one is written here. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CaseField } from '../../../shared/documents/caseDocument.ts'
import { KindMark } from '../../design/KindMark.tsx'
import { meetingPath } from '../../lib/paths.ts'
import styles from './Cards.module.css'
import caseStyles from './Case.module.css'
import { NewLinkedCard } from './NewLinkedCard.tsx'
import type { PaperProps } from './paperProps.ts'

export interface CardsFieldProps extends Pick<PaperProps, 'caseId' | 'meetingSession' | 'linked'> {
  field: CaseField & { kind: 'cards' }
}

export function CardsField({ field: { column }, caseId, meetingSession, linked }: CardsFieldProps) {
  const { t } = useTranslation('case')
  const cards = linked.cards.filter((card) => card.column === column)
  const board = linked.boardFor(column)
  const { meetingId, seat } = meetingSession
  return (
    <div className={caseStyles.field}>
      {cards.length === 0 && <p className={caseStyles.nothing}>{t('cards.none')}</p>}
      {cards.length > 0 && (
        <ul className={styles.list}>
          {cards.map(({ boardId, id, title, language }) => (
            <li key={id} className={styles.card}>
              <KindMark kind={column} />
              <Link
                href={meetingPath(meetingId, seat, { kind: 'board', boardId })}
                lang={language ?? undefined}
                className={styles.title}
              >
                {title.trim() === '' ? t('cards.untitled') : title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {board && <NewLinkedCard board={board} column={column} caseId={caseId} />}
    </div>
  )
}
