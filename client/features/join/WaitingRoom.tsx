/** At the door after the code: how many came before, and that nothing needs to be done. It opens by itself. */
import { useTranslation } from 'react-i18next'
import { LanguageButtons } from '../../design/LanguageButtons.tsx'
import { SheetPage } from '../../design/SheetPage.tsx'
import { StatusLine } from '../../design/StatusLine.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import styles from './WaitingRoom.module.css'

export function WaitingRoom({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('join')
  const ahead = useMeeting(session, (snapshot) => snapshot.lobbyAhead)
  const isLive = useMeeting(session, (snapshot) => snapshot.connection.status === 'live')
  return (
    <SheetPage title={t('waiting.title')} lead={t('waiting.lead')}>
      <div role="status" className={styles.place}>
        {ahead !== null && (ahead === 0 ? t('waiting.first') : t('waiting.ahead', { count: ahead }))}
      </div>
      {isLive ? (
        <StatusLine tone="good" icon="check">
          {t('waiting.connected')}
        </StatusLine>
      ) : (
        <StatusLine tone="warning" icon="offline">
          {t('waiting.offline')}
        </StatusLine>
      )}
      <LanguageButtons />
    </SheetPage>
  )
}
