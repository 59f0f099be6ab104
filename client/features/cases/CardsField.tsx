/** The cards of one kind that belong to this case, wherever they stand on a board; others are linked or written here. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setCase } from '../../../shared/documents/boardDocument.ts'
import type { CaseField } from '../../../shared/documents/caseDocument.ts'
import { Announcer } from '../../design/Announcer.tsx'
import { Button } from '../../design/Button.tsx'
import styles from './Cards.module.css'
import caseStyles from './Case.module.css'
import { LinkCardField } from './LinkCardField.tsx'
import { LinkedCardItem } from './LinkedCardItem.tsx'
import type { MeetingCard } from './linkedCards.ts'
import { NewLinkedCard } from './NewLinkedCard.tsx'
import type { PaperProps } from './paperProps.ts'

export interface CardsFieldProps extends Pick<PaperProps, 'caseId' | 'meetingSession' | 'linked'> {
  field: CaseField & { kind: 'cards' }
}

export function CardsField({ field: { column }, caseId, meetingSession, linked }: CardsFieldProps) {
  const { t } = useTranslation('case')
  const [unlinked, setUnlinked] = useState<MeetingCard | null>(null)
  const [said, setSaid] = useState('')
  /** The card that comes back: the focus goes to it. */
  const [returningId, setReturningId] = useState<string | null>(null)
  const cards = linked.cards.filter((card) => card.column === column)
  const others = linked.others.filter((card) => card.column === column)
  const board = linked.boardFor(column)
  const isGone = unlinked !== null && !cards.some(({ id }) => id === unlinked.id)
  const titleOf = (card: MeetingCard) => card.title.trim() || t('cards.untitled')

  function link(card: MeetingCard, to: typeof caseId | null): void {
    const doc = linked.boardOf(card.boardId)?.doc
    if (doc) setCase(doc, card.id, to)
  }

  return (
    <div className={caseStyles.field}>
      {cards.length === 0 && <p className={caseStyles.nothing}>{t('cards.none')}</p>}
      {cards.length > 0 && (
        <ul className={styles.list}>
          {cards.map((card) => (
            <LinkedCardItem
              key={card.id}
              card={card}
              board={linked.boardOf(card.boardId)}
              meetingSession={meetingSession}
              takesFocus={card.id === returningId}
              onUnlink={() => {
                link(card, null)
                setUnlinked(card)
                setReturningId(null)
              }}
            />
          ))}
        </ul>
      )}
      <div role="status" className={styles.unlinked}>
        {isGone && (
          <>
            <span>{t('cards.unlinked', { title: titleOf(unlinked) })}</span>
            <Button
              size="small"
              autoFocus
              onPress={() => {
                link(unlinked, caseId)
                setReturningId(unlinked.id)
              }}
            >
              {t('cards.undo')}
            </Button>
          </>
        )}
      </div>
      {board && others.length > 0 && (
        <LinkCardField
          board={board}
          column={column}
          cards={others}
          meetingSession={meetingSession}
          onLink={(card) => {
            link(card, caseId)
            setSaid(t('cards.linked', { title: titleOf(card) }))
          }}
        />
      )}
      {board && <NewLinkedCard board={board} column={column} caseId={caseId} />}
      <Announcer>{said}</Announcer>
    </div>
  )
}
