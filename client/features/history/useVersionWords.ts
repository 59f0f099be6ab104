/** When a version was kept, in the meeting's time, and why. */
import { useTranslation } from 'react-i18next'
import { dayOf, formatDate, formatTime } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { useCardWords } from '../../session/usePerson.ts'
import type { Version } from './versions.ts'

export function useVersionWords(session: MeetingSession): (version: Version) => { when: string; what: string } {
  const { t } = useTranslation('history')
  const [language] = useLanguage()
  const timezone = useMeeting(session, ({ meeting }) => meeting?.timezone ?? 'UTC')
  const wordsOf = useCardWords()
  const whatOf = ({ kind, name, by }: Version) => {
    if (kind !== 'named') return t(kind)
    // Where the policy shows nobody, the card says nothing.
    const isShown = by !== null && Object.keys(by).length > 0
    return isShown ? t('named', { name, person: wordsOf(by) }) : t('namedOnly', { name })
  }
  return (version) => ({
    when: `${formatDate(dayOf(version.at, timezone), language)}, ${formatTime(version.at, timezone, language)}`,
    what: whatOf(version),
  })
}
