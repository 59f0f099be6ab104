/** Something that came could not be read: said above the work. A lost connection is not: it must move nothing. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Notice } from '../../design/Notice.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'

export function RoomNotices({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('room')
  const { t: common } = useTranslation()
  const isDamaged = useMeeting(session, (snapshot) => snapshot.isDamaged)
  if (!isDamaged) return null
  return (
    <Notice tone="warning">
      <p>{t('damaged')}</p>
      <Button size="small" onPress={() => location.reload()}>
        {common('reload')}
      </Button>
    </Notice>
  )
}
