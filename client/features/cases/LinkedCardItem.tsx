/** A card that belongs to the case: its mark of kind, its words, which lead to it on its board, and the way to unlink it. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../../design/Button.tsx'
import { KindMark } from '../../design/KindMark.tsx'
import { languageTags } from '../../design/languageNames.ts'
import { cardPath } from '../../lib/paths.ts'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useDocumentSnapshot } from '../../session/useDocument.ts'
import styles from './Cards.module.css'
import type { MeetingCard } from './linkedCards.ts'

export interface LinkedCardItemProps {
  card: MeetingCard
  /** The document that it stands in; null while it is not open. */
  board: DocumentSession | null
  meetingSession: MeetingSession
  /** It has just come back to the case, by the hand of this person. */
  takesFocus: boolean
  onUnlink: () => void
}

export function LinkedCardItem({ card, board, meetingSession, takesFocus, onUnlink }: LinkedCardItemProps) {
  const { t } = useTranslation('case')
  const { boardId, id, column, language } = card
  const title = card.title.trim() || t('cards.untitled')
  return (
    <li className={styles.card}>
      <KindMark kind={column} />
      <Link
        href={cardPath(meetingSession.meetingId, meetingSession.seat, boardId, id)}
        lang={language === null ? undefined : languageTags[language]}
        className={styles.title}
      >
        {title}
      </Link>
      {board && <UnlinkButton board={board} title={title} takesFocus={takesFocus} onUnlink={onUnlink} />}
    </li>
  )
}

interface UnlinkButtonProps extends Pick<LinkedCardItemProps, 'takesFocus' | 'onUnlink'> {
  board: DocumentSession
  title: string
}

function UnlinkButton({ board, title, takesFocus, onUnlink }: UnlinkButtonProps) {
  const { t } = useTranslation('case')
  const { canWrite } = useDocumentSnapshot(board)
  if (!canWrite) return null
  return (
    <Button
      variant="quiet"
      size="small"
      className={styles.unlink ?? ''}
      aria-label={t('cards.unlinkOf', { title })}
      autoFocus={takesFocus}
      onPress={onUnlink}
    >
      {t('cards.unlink')}
    </Button>
  )
}
