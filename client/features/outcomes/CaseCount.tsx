/** How many of the meeting's cases a report has at this moment, as the server would choose them. */
import { useTranslation } from 'react-i18next'
import type { Marking } from '../../../shared/contracts/terms.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'

const releasable: readonly Marking[] = ['TLP:CLEAR', 'TLP:GREEN']

export function CaseCount({ meetingSession }: { meetingSession: MeetingSession }) {
  const { t } = useTranslation('outcomes')
  const cases = useMeeting(meetingSession, ({ meeting }) => meeting?.cases) ?? {}
  const all = Object.values(cases)
  const released = all.filter(({ clearance, marking }) => clearance !== 'no' && releasable.includes(marking))
  return <p>{t('cases', { included: released.length, count: all.length })}</p>
}
