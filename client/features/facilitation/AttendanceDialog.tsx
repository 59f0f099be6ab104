/** Who was there on which day, as the server noted it; for the list that a secretariat has to hand in. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import { attendanceAnswer } from '../../../shared/contracts/http.ts'
import { Dialog } from '../../design/Dialog.tsx'
import { Icon } from '../../design/Icon.tsx'
import { Notice } from '../../design/Notice.tsx'
import { StatusLine } from '../../design/StatusLine.tsx'
import { VisuallyHidden } from '../../design/VisuallyHidden.tsx'
import { formatDate, localeOf } from '../../i18n/dates.ts'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { api } from '../../lib/api.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { usePeople } from '../../session/usePerson.ts'
import styles from './Roster.module.css'
import type { Loaded } from './useMeetingView.ts'

type Days = z.infer<typeof attendanceAnswer>['days']

export function AttendanceDialog({ session, onClose }: { session: MeetingSession; onClose: () => void }) {
  const { t } = useTranslation('roster')
  const { t: common } = useTranslation()
  const sayProblem = useProblemWords()
  const attendance = useAttendance(session)
  return (
    <Dialog title={t('attendance.title')} isOpen onClose={onClose} isWide>
      <p>{t('attendance.explained')}</p>
      {attendance.status === 'loading' && <StatusLine icon="wait">{common('loading')}</StatusLine>}
      {attendance.status === 'failed' && <Notice tone="danger">{sayProblem(attendance.error)}</Notice>}
      {attendance.status === 'loaded' && <AttendanceTable session={session} days={attendance.value} />}
    </Dialog>
  )
}

function AttendanceTable({ session, days }: { session: MeetingSession; days: Days }) {
  const { t } = useTranslation('roster')
  const [language] = useLanguage()
  const wordsOf = usePeople(session)
  const { compare } = new Intl.Collator(localeOf(language))
  const people = [...new Set(days.flatMap(({ participantIds }) => participantIds))]
    .map((participantId) => ({ participantId, ...wordsOf(participantId) }))
    .sort((a, b) => compare(a.name, b.name))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={t('attendance.title')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('columns.name')}</th>
            {days.map(({ day, participantIds }) => (
              <th key={day} scope="col">
                {t('attendance.day', { day: formatDate(day, language), count: participantIds.length })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ participantId, name, details }) => (
            <tr key={participantId}>
              <th scope="row">{[name, details].filter(Boolean).join(' · ')}</th>
              {days.map(({ day, participantIds }) => (
                <td key={day}>{participantIds.includes(participantId) && <Present />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Present() {
  const { t } = useTranslation('roster')
  return (
    <>
      <Icon name="check" size={14} />
      <VisuallyHidden>{t('attendance.present')}</VisuallyHidden>
    </>
  )
}

function useAttendance({ meetingId, seat }: MeetingSession): Loaded<Days> {
  const [attendance, setAttendance] = useState<Loaded<Days>>({ status: 'loading' })
  useEffect(() => {
    let isCurrent = true
    const take = (next: Loaded<Days>) => {
      if (isCurrent) setAttendance(next)
    }
    api('GET', `/api/meetings/${encodeURIComponent(meetingId)}/attendance`, { answer: attendanceAnswer, seat })
      .then(({ days }) => take({ status: 'loaded', value: days }))
      .catch((error: unknown) => take({ status: 'failed', error }))
    return () => {
      isCurrent = false
    }
  }, [meetingId, seat])
  return attendance
}
