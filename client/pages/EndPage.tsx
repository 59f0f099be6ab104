/** A seat that is no more: turned away, removed from the meeting, or not known to this browser. Says what to do. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from '../design/Button.tsx'
import { LanguageButtons } from '../design/LanguageButtons.tsx'
import { SheetPage } from '../design/SheetPage.tsx'
import { LateWordsNotices } from '../features/documents/LateWordsNotices.tsx'
import type { MeetingSession } from '../session/MeetingSession.ts'
import type { Ending } from '../session/meetingSnapshot.ts'

export interface EndPageProps {
  reason: Ending
  /** Words of it may still be on their way. */
  session?: MeetingSession
}

export function EndPage({ reason, session }: EndPageProps) {
  const { t } = useTranslation('room')
  return (
    <SheetPage title={t(`end.${reason}`)} lead={t(`end.${reason}Hint`)}>
      {session && <LateWordsNotices session={session} />}
      <Link href="/" className={buttonClass({ variant: reason === 'refused' ? 'primary' : 'plain', size: 'large' })}>
        {t('end.toDoor')}
      </Link>
      <LanguageButtons />
    </SheetPage>
  )
}
