/** The discussion of one room: what was said, and the field to say something, or the reason why not. */
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomId } from '../../../shared/contracts/ids.ts'
import { Announcer } from '../../design/Announcer.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { emptyLog } from '../../session/messageLog.ts'
import { useMeeting, useVerdict } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import { Composer } from './Composer.tsx'
import styles from './DiscussionPanel.module.css'
import { MessageList } from './MessageList.tsx'
import type { Outgoing } from './Outgoing.ts'
import { useNews } from './useNews.ts'

export interface DiscussionPanelProps {
  session: MeetingSession
  roomId: RoomId
  timezone: string
  outgoing: Outgoing
}

export function DiscussionPanel({ session, roomId, timezone, outgoing }: DiscussionPanelProps) {
  const { t } = useTranslation('discussion')
  const verdict = useVerdict(session, 'message.post')
  const isLive = useMeeting(session, (snapshot) => snapshot.connection.status === 'live')
  const state = useSyncExternalStore(outgoing.subscribe, outgoing.getSnapshot)
  const { messages } = useMeeting(session, (snapshot) => snapshot.logs[roomId] ?? emptyLog)
  const wordsOf = usePeople(session)
  const news = useNews(messages, session.seat, (id) => wordsOf(id).name)

  return (
    <div className={styles.panel}>
      <Announcer>{news}</Announcer>
      <MessageList session={session} roomId={roomId} timezone={timezone} pending={state.pending} />
      {verdict === 'allowed' ? (
        <Composer outgoing={outgoing} state={state} isLive={isLive} />
      ) : (
        <p className={styles.cannot}>{t(verdict === 'forbidden' ? 'observersRead' : 'meetingClosed')}</p>
      )}
    </div>
  )
}
