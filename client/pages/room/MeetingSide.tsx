/**
 * The left side: the agenda, where one can go, and the people. Who waits at the door comes first: they stand. Then words
 * that wait for a decision.
 */
import { AgendaPanel } from '../../features/agenda/AgendaPanel.tsx'
import { DepositsPanel } from '../../features/documents/DepositsPanel.tsx'
import { LobbyPanel } from '../../features/people/LobbyPanel.tsx'
import { PeoplePanel } from '../../features/people/PeoplePanel.tsx'
import { SurfaceList } from '../../features/rooms/SurfaceList.tsx'
import type { Surface } from '../../lib/paths.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './MeetingSide.module.css'

export interface MeetingSideProps {
  session: MeetingSession
  surface: Surface
  onFollow: () => void
}

export function MeetingSide({ session, surface, onFollow }: MeetingSideProps) {
  return (
    <div className={styles.side}>
      <LobbyPanel session={session} />
      <DepositsPanel session={session} />
      <AgendaPanel session={session} />
      <SurfaceList session={session} current={surface} onFollow={onFollow} />
      <PeoplePanel session={session} />
    </div>
  )
}
