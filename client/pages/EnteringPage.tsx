/** Between the door and the room: the connection is being made, or made again. */
import { useTranslation } from 'react-i18next'
import { SheetPage } from '../design/SheetPage.tsx'
import { StatusLine } from '../design/StatusLine.tsx'

export function EnteringPage({ isOffline }: { isOffline: boolean }) {
  const { t } = useTranslation('room')
  return (
    <SheetPage title={t('entering')}>
      <div role="status">
        {isOffline ? (
          <StatusLine tone="warning" icon="offline">
            {t('enteringOffline')}
          </StatusLine>
        ) : (
          <StatusLine icon="wait">{t('enteringHint')}</StatusLine>
        )}
      </div>
    </SheetPage>
  )
}
