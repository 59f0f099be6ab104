/** For who comes back to the door of a meeting they already sit in: the way to their seat, instead of a second entry. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { seatsAnswer } from '../../../shared/contracts/http.ts'
import { Notice } from '../../design/Notice.tsx'
import { api } from '../../lib/api.ts'
import { meetingPath } from '../../lib/paths.ts'

export function SeatReminder() {
  const { t } = useTranslation('join')
  const [path, setPath] = useState<string | null>(null)

  useEffect(() => {
    let isCurrent = true
    api('GET', '/api/seats', { answer: seatsAnswer })
      .then(({ seats }) => {
        const last = seats.at(-1)
        if (isCurrent && last) setPath(meetingPath(last.meetingId, last.participantId))
      })
      // No session, or no answer: then there is nothing to remind of, and the form stands on its own.
      .catch(() => undefined)
    return () => {
      isCurrent = false
    }
  }, [])

  if (path === null) return null
  return (
    <Notice icon="arrow">
      {t('seatHere')} <Link href={path}>{t('backToSeat')}</Link>
    </Notice>
  )
}
