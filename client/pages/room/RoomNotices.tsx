/** What stands in the way of the work, said above it: no connection, or something that could not be read. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Notice } from '../../design/Notice.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'

export function RoomNotices({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('room')
  const { t: common } = useTranslation()
  const isDamaged = useMeeting(session, (snapshot) => snapshot.isDamaged)
  const isOffline = useMeeting(session, (snapshot) => snapshot.connection.status === 'reconnecting')
  return (
    <>
      {isOffline && (
        <Notice tone="warning" icon="offline">
          {t('offlineHint')}
        </Notice>
      )}
      {isDamaged && (
        <Notice tone="warning">
          <p>{t('damaged')}</p>
          <Button size="small" onPress={() => location.reload()}>
            {common('reload')}
          </Button>
        </Notice>
      )}
    </>
  )
}
