/** The mark of a card in its sheet: in sight for everybody, and for who may set another the way to choose it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cardMarking } from '../../../shared/proceedings/boards.ts'
import { Button } from '../../design/Button.tsx'
import { Icon } from '../../design/Icon.tsx'
import { TlpMark } from '../../design/TlpMark.tsx'
import { useMeeting } from '../../session/useMeeting.ts'
import { CardMarkingDialog } from './CardMarkingDialog.tsx'
import styles from './CardSheet.module.css'
import { type BoardPlace, settableMarkings, shownMarking } from './cardMarks.ts'

export function CardMarkingField({ cardId, place }: { cardId: string; place: BoardPlace }) {
  const { t } = useTranslation('board')
  const [isOpen, setIsOpen] = useState(false)
  const { boardId, entry, meetingSession, isPast = false } = place
  const marking = cardMarking(entry, cardId)
  const stays = shownMarking(entry.cardMarks, cardId) !== null
  const card = { boardId, cardId }
  const maySet = useMeeting(
    meetingSession,
    (snapshot) => !isPast && settableMarkings(snapshot, meetingSession.seat, card).length > 0,
  )
  return (
    <div className={styles.marking}>
      {maySet ? (
        <Button
          variant="quiet"
          size="small"
          className={styles.markButton ?? ''}
          aria-label={t('mark.change', { marking })}
          onPress={() => setIsOpen(true)}
        >
          <TlpMark marking={marking} />
          <Icon name="down" size={14} />
        </Button>
      ) : (
        <TlpMark marking={marking} />
      )}
      <p className={styles.markWords}>
        <Icon name={stays ? 'lock' : 'document'} size={14} />
        {t(stays ? 'mark.stays' : 'mark.leaves')}
      </p>
      {isOpen && <CardMarkingDialog cardId={cardId} place={place} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
