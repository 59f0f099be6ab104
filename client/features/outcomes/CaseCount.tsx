/** How many of the meeting's cases a report has at this moment, as the server would choose them. */
import { useTranslation } from 'react-i18next'
import { isReportable } from '../../../shared/proceedings/cases.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'

export function CaseCount({ meetingSession }: { meetingSession: MeetingSession }) {
  const { t } = useTranslation('outcomes')
  const cases = useMeeting(meetingSession, ({ meeting }) => meeting?.cases) ?? {}
  const all = Object.values(cases)
  return <p>{t('cases', { included: all.filter(isReportable).length, count: all.length })}</p>
}
