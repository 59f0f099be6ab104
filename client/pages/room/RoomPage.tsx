/**
 * The room that participants live in: bar, side columns and the surface of the moment. It composes features and decides
 * only where they stand: beside the work, or on a narrow window in drawers.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomId } from '../../../shared/contracts/ids.ts'
import { cx } from '../../design/classNames.ts'
import { DiscussionPanel } from '../../features/discussion/DiscussionPanel.tsx'
import { useOutgoing } from '../../features/discussion/useOutgoing.ts'
import { useUnread } from '../../features/discussion/useUnread.ts'
import { useMediaQuery } from '../../lib/useMediaQuery.ts'
import { usePageTitle } from '../../lib/usePageTitle.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { ConnectionLine } from './ConnectionLine.tsx'
import { Drawer } from './Drawer.tsx'
import { MeetingSide } from './MeetingSide.tsx'
import { RoomAnnouncer } from './RoomAnnouncer.tsx'
import { RoomBar } from './RoomBar.tsx'
import { RoomNotices } from './RoomNotices.tsx'
import styles from './RoomPage.module.css'
import { RoomTabs } from './RoomTabs.tsx'
import { SideColumn } from './SideColumn.tsx'
import { SurfaceView } from './SurfaceView.tsx'
import type { Side } from './side.ts'
import { useSurface } from './useSurface.ts'
import { useSurfaceTitle } from './useSurfaceTitle.ts'

/** Below this the columns would squeeze the work: they become drawers. Keep in step with RoomPage.module.css. */
const narrow = '(max-width: 900px)'

export function RoomPage({ session }: { session: MeetingSession }) {
  const plenaryId = useMeeting(session, (snapshot) => snapshot.meeting?.plenaryId ?? null)
  return plenaryId === null ? null : <Room session={session} roomId={plenaryId} />
}

function Room({ session, roomId }: { session: MeetingSession; roomId: RoomId }) {
  const { t } = useTranslation('room')
  const surface = useSurface()
  const title = useSurfaceTitle(session, surface)
  const timezone = useMeeting(session, (snapshot) => snapshot.meeting?.timezone ?? 'UTC')
  const isNarrow = useMediaQuery(narrow)
  const [hidden, setHidden] = useState<readonly Side[]>([])
  const [drawer, setDrawer] = useState<Side | null>(null)
  const outgoing = useOutgoing(session, roomId)
  const isDiscussionInSight = isNarrow ? drawer === 'discussion' : !hidden.includes('discussion')
  const unread = useUnread(session, roomId, isDiscussionInSight)
  usePageTitle(title)

  const isShown = (side: Side) => !hidden.includes(side)
  const toggle = (side: Side) => setHidden(isShown(side) ? [...hidden, side] : hidden.filter((other) => other !== side))
  const meetingSide = <MeetingSide session={session} surface={surface} onFollow={() => setDrawer(null)} />
  const discussion = <DiscussionPanel session={session} roomId={roomId} timezone={timezone} outgoing={outgoing} />

  return (
    <div
      className={cx(
        styles.room,
        !isShown('meeting') && styles.withoutMeeting,
        !isShown('discussion') && styles.withoutDiscussion,
      )}
    >
      <a className={styles.skip} href="#work">
        {t('skip')}
      </a>
      <RoomBar session={session} title={title} isNarrow={isNarrow} />
      <RoomAnnouncer session={session} />
      {!isNarrow && (
        <SideColumn side="meeting" isShown={isShown('meeting')} onToggle={() => toggle('meeting')}>
          {meetingSide}
        </SideColumn>
      )}
      <main className={styles.work} id="work" tabIndex={-1}>
        <RoomNotices session={session} />
        <SurfaceView session={session} surface={surface} />
      </main>
      {!isNarrow && (
        <SideColumn
          side="discussion"
          isShown={isShown('discussion')}
          onToggle={() => toggle('discussion')}
          unread={unread}
        >
          {discussion}
        </SideColumn>
      )}
      {isNarrow && <RoomTabs session={session} unread={unread} onOpen={setDrawer} />}
      {isNarrow && drawer && (
        <Drawer side={drawer} status={<ConnectionLine session={session} isBrief />} onClose={() => setDrawer(null)}>
          {drawer === 'meeting' ? meetingSide : discussion}
        </Drawer>
      )}
    </div>
  )
}
