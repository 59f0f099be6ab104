/** The state of the meeting in words; where the bar is narrow the ordinary one needs none. */
import { useTranslation } from 'react-i18next'
import { StatusLine } from '../../design/StatusLine.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'

export function MeetingStatusLine({ session, isBrief }: { session: MeetingSession; isBrief: boolean }) {
  const { t } = useTranslation('room')
  const status = useMeeting(session, (snapshot) => snapshot.meeting?.status ?? 'draft')
  if (isBrief && status === 'live') return null
  return <StatusLine {...(status === 'closed' ? { icon: 'lock' } : {})}>{t(`status.${status}`)}</StatusLine>
}
