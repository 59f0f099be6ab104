/** Saves the copy of words that did not get into their document, in the reader's language and the meeting's time. */
import { useTranslation } from 'react-i18next'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { dayOf, formatDate, formatTime } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { saveFile } from '../../lib/saveFile.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useContent, useMeeting } from '../../session/useMeeting.ts'
import { rescueFile } from './rescueFile.ts'
import { useDocumentTitles } from './useDocumentTitles.ts'

export interface LostWords {
  document: DocumentName
  text: string
  /** When they were written. */
  at: number
}

export function useRescue(session: MeetingSession): (words: LostWords) => void {
  const { t } = useTranslation('deposits')
  const [language] = useLanguage()
  const titleOf = useDocumentTitles(session)
  const timezone = useMeeting(session, ({ meeting }) => meeting?.timezone ?? 'UTC')
  const meeting = useContent(
    session,
    useMeeting(session, (snapshot) => snapshot.meeting?.titleId),
  )
  return ({ document, text, at }) => {
    const day = dayOf(at, timezone)
    const file = rescueFile({
      lead: t('copy.lead'),
      document: titleOf(document),
      meeting: meeting?.text ?? '',
      time: `${formatDate(day, language)}, ${formatTime(at, timezone, language)}`,
      day,
      text,
      noWords: t('copy.noWords'),
    })
    saveFile(file)
  }
}
