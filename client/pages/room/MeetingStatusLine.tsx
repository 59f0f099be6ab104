/** The state of the meeting in words, where it is not the ordinary one that everybody sees anyway. */
import { useTranslation } from 'react-i18next'
import { StatusLine } from '../../design/StatusLine.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'

export function MeetingStatusLine({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('room')
  const status = useMeeting(session, (snapshot) => snapshot.meeting?.status ?? 'draft')
  return <StatusLine {...(status === 'closed' ? { icon: 'lock' } : {})}>{t(`status.${status}`)}</StatusLine>
}
