/** The connection to the meeting in words, fewer of them where the bar is narrow. */
import { useTranslation } from 'react-i18next'
import { StatusLine } from '../../design/StatusLine.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'

export function ConnectionLine({ session, isBrief }: { session: MeetingSession; isBrief: boolean }) {
  const { t } = useTranslation('room')
  const status = useMeeting(session, (snapshot) => snapshot.connection.status)
  if (status === 'live') {
    return (
      <StatusLine tone="good" icon="check">
        {t('connection.live')}
      </StatusLine>
    )
  }
  return (
    <StatusLine tone="warning" icon="offline">
      {t(isBrief ? 'connection.offline' : 'connection.reconnecting')}
    </StatusLine>
  )
}
