/** Above a version that is open: that it is an old one, which, and the way back. It stays in sight. */
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './History.module.css'
import { useVersionWords } from './useVersionWords.ts'
import type { Version } from './versions.ts'

export interface PastNoticeProps {
  version: Version
  session: MeetingSession
  onBack: () => void
}

export function PastNotice({ version, session, onBack }: PastNoticeProps) {
  const { t } = useTranslation('history')
  const id = useId()
  const { when, what } = useVersionWords(session)(version)
  return (
    <div className={styles.past}>
      <p id={id}>
        <strong>{t('old', { when })}</strong>
        {t('oldHint', { what })}
      </p>
      {/* The focus comes here with the version: what had it is gone. */}
      <Button autoFocus aria-describedby={id} onPress={onBack}>
        {t('back')}
      </Button>
    </div>
  )
}
