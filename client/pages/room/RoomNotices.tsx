/**
 * What is said above the work: something that came could not be read; what became of words that their document did not
 * take. A lost connection is not: it must move nothing.
 */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Notice } from '../../design/Notice.tsx'
import { LateWordsNotices } from '../../features/documents/LateWordsNotices.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import styles from './RoomNotices.module.css'

export function RoomNotices({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('room')
  const { t: common } = useTranslation()
  const isDamaged = useMeeting(session, (snapshot) => snapshot.isDamaged)
  return (
    <div className={styles.notices}>
      {isDamaged && (
        <Notice tone="warning">
          <p>{t('damaged')}</p>
          <Button size="small" onPress={() => location.reload()}>
            {common('reload')}
          </Button>
        </Notice>
      )}
      <LateWordsNotices session={session} />
    </div>
  )
}
