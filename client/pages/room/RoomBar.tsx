/** The bar: where am I, in what state is the meeting, am I connected; who is here; and the reader's own settings. */
import { useTranslation } from 'react-i18next'
import { Avatars } from '../../design/Avatar.tsx'
import { FacilitatorMenu } from '../../features/facilitation/FacilitatorMenu.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useContent, useMeeting } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import { ConnectionLine } from './ConnectionLine.tsx'
import { MeetingStatusLine } from './MeetingStatusLine.tsx'
import styles from './RoomBar.module.css'
import { SettingsMenu } from './SettingsMenu.tsx'

export interface RoomBarProps {
  session: MeetingSession
  title: string
  isNarrow: boolean
}

export function RoomBar({ session, title, isNarrow }: RoomBarProps) {
  const { t } = useTranslation('room')
  const meetingTitle = useContent(
    session,
    useMeeting(session, (snapshot) => snapshot.meeting?.titleId),
  )
  const online = useMeeting(session, (snapshot) => snapshot.online)
  const wordsOf = usePeople(session)
  const people = [...online].map((id) => ({ id, name: wordsOf(id).name }))
  const states = (
    <div className={styles.states}>
      <MeetingStatusLine session={session} isBrief={isNarrow} />
      <ConnectionLine session={session} isBrief={isNarrow} />
    </div>
  )
  return (
    <header className={styles.bar}>
      <div className={styles.where}>
        <span className={styles.title}>{title}</span>
        {isNarrow ? states : <span className={styles.meeting}>{meetingTitle?.text}</span>}
      </div>
      {!isNarrow && states}
      <div className={styles.end}>
        {!isNarrow && people.length > 0 && (
          <Avatars people={people} label={t('online', { count: people.length })} className={styles.wide} />
        )}
        <FacilitatorMenu session={session} />
        <SettingsMenu isNarrow={isNarrow} />
      </div>
    </header>
  )
}
