/** The door: language first, then the code or the personal link. A fragment `#TOKEN` is a link's secret. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useSearch } from 'wouter'
import { LanguageButtons } from '../design/LanguageButtons.tsx'
import { SheetPage } from '../design/SheetPage.tsx'
import { JoinForm } from '../features/join/JoinForm.tsx'
import { SeatReminder } from '../features/join/SeatReminder.tsx'
import { meetingPath } from '../lib/paths.ts'
import { useFragment } from '../lib/useFragment.ts'
import styles from './JoinPage.module.css'

export function JoinPage() {
  const { t } = useTranslation('join')
  const [, navigate] = useLocation()
  const code = new URLSearchParams(useSearch()).get('code') ?? ''
  const fragment = useFragment()
  const [usesCode, setUsesCode] = useState(false)
  const token = fragment === '' || usesCode ? null : fragment

  return (
    <SheetPage title={t('title')}>
      <LanguageButtons />
      {token === null && <SeatReminder />}
      <JoinForm
        key={token ?? 'code'}
        token={token}
        initialCode={code}
        onUseCode={() => setUsesCode(true)}
        // Replaced, so that the secret of a link stays neither in the address bar nor behind the back button.
        onJoined={({ meeting, participant }) => navigate(meetingPath(meeting.id, participant.id), { replace: true })}
      />
      <p className={styles.organize}>
        <Link href="/organize">{t('organize')}</Link>
      </p>
    </SheetPage>
  )
}
