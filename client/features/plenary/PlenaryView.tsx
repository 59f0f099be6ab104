/** The plenary: what meeting this is, what is on now and next, and where the work stands. */
import { useTranslation } from 'react-i18next'
import { Paper } from '../../design/Paper.tsx'
import { formatDays } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useContent, useMeeting } from '../../session/useMeeting.ts'
import styles from './PlenaryView.module.css'
import { SurfaceCards } from './SurfaceCards.tsx'
import { TurnList } from './TurnList.tsx'

export function PlenaryView({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('room')
  const [language] = useLanguage()
  const meeting = useMeeting(session, (snapshot) => snapshot.meeting)
  const title = useContent(session, meeting?.titleId)
  const place = useContent(session, meeting?.placeId)
  if (!meeting) return null
  const facts = [place?.text, formatDays(meeting.startsOn, meeting.endsOn, language)]
  return (
    <Paper className={styles.sheet}>
      <header>
        <h1 className={styles.title}>{title?.text}</h1>
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
      </header>
      {meeting.status === 'draft' && <p>{t('draftHint')}</p>}
      {meeting.status === 'closed' && <p>{t('closedHint')}</p>}
      {meeting.status !== 'closed' && <TurnList session={session} meeting={meeting} />}
      <SurfaceCards session={session} meeting={meeting} />
    </Paper>
  )
}
