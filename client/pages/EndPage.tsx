/** A seat that is no more: turned away, removed from the meeting, or not known to this browser. Says what to do. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonClass } from '../design/Button.tsx'
import { LanguageButtons } from '../design/LanguageButtons.tsx'
import { SheetPage } from '../design/SheetPage.tsx'
import type { Ending } from '../session/meetingSnapshot.ts'

export function EndPage({ reason }: { reason: Ending }) {
  const { t } = useTranslation('room')
  return (
    <SheetPage title={t(`end.${reason}`)} lead={t(`end.${reason}Hint`)}>
      <Link href="/" className={buttonClass({ variant: reason === 'refused' ? 'primary' : 'plain', size: 'large' })}>
        {t('end.toDoor')}
      </Link>
      <LanguageButtons />
    </SheetPage>
  )
}
