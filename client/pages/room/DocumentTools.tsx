/** What can be done with an open case or board besides writing in it: seeing who wrote it and what it was, closing it to writing. */
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { AuthorLegend } from '../../features/authors/AuthorLegend.tsx'
import { AuthorToggle } from '../../features/authors/AuthorToggle.tsx'
import { LockControl } from '../../features/documents/LockControl.tsx'
import { HistoryButton } from '../../features/history/HistoryButton.tsx'
import type { OpenVersion } from '../../features/history/versions.ts'
import type { AuthorLayer } from '../../session/AuthorLayer.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './DocumentTools.module.css'

export interface DocumentToolsProps {
  name: DocumentName
  session: MeetingSession
  layer: AuthorLayer | null
  showsAuthors: boolean
  onShowAuthors: (shows: boolean) => void
  /** Somebody comes back from a version. */
  wasPast: boolean
  onOpenVersion: (version: OpenVersion) => void
}

export function DocumentTools(props: DocumentToolsProps) {
  const { name, session, layer, showsAuthors, onShowAuthors, wasPast, onOpenVersion } = props
  return (
    <div className={styles.tools}>
      <div className={styles.line}>
        <AuthorToggle meetingSession={session} isOn={showsAuthors} onChange={onShowAuthors} />
        <HistoryButton document={name} session={session} autoFocus={wasPast} onOpen={onOpenVersion} />
        <LockControl document={name} session={session} />
      </div>
      {layer && <AuthorLegend layer={layer} />}
    </div>
  )
}
