/** On a narrow window: the two ways to the sides, at the thumb, with what is new behind each. */
import { useTranslation } from 'react-i18next'
import type { ModeratorsState } from '../../../shared/proceedings/state.ts'
import { Button } from '../../design/Button.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import styles from './RoomTabs.module.css'
import type { Side } from './side.ts'

export interface RoomTabsProps {
  session: MeetingSession
  unread: number
  onOpen: (side: Side) => void
}

/** People at the door, and words that came late. */
function waitingIn(moderators: ModeratorsState | null): number {
  return moderators ? moderators.lobby.length + Object.keys(moderators.deposits).length : 0
}

export function RoomTabs({ session, unread, onOpen }: RoomTabsProps) {
  const { t } = useTranslation('room')
  const waiting = useMeeting(session, (snapshot) => waitingIn(snapshot.moderators))
  return (
    <nav className={styles.tabs} aria-label={t('tabs')}>
      <Button variant="quiet" className={styles.tab ?? ''} icon="agenda" onPress={() => onOpen('meeting')}>
        {t('sides.meeting')}
        {waiting > 0 && <span className={styles.news}>{t('waitingBadge', { count: waiting })}</span>}
      </Button>
      <Button variant="quiet" className={styles.tab ?? ''} icon="talk" onPress={() => onOpen('discussion')}>
        {t('sides.discussion')}
        {unread > 0 && <span className={styles.news}>{t('unread', { count: unread })}</span>}
      </Button>
    </nav>
  )
}
