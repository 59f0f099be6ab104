/** What can be done with an open case or board besides writing in it: seeing who wrote it. */
import { AuthorLegend } from '../../features/authors/AuthorLegend.tsx'
import { AuthorToggle } from '../../features/authors/AuthorToggle.tsx'
import type { AuthorLayer } from '../../session/AuthorLayer.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './DocumentTools.module.css'

export interface DocumentToolsProps {
  session: MeetingSession
  layer: AuthorLayer | null
  showsAuthors: boolean
  onShowAuthors: (shows: boolean) => void
}

export function DocumentTools({ session, layer, showsAuthors, onShowAuthors }: DocumentToolsProps) {
  return (
    <div className={styles.tools}>
      <div className={styles.line}>
        <AuthorToggle meetingSession={session} isOn={showsAuthors} onChange={onShowAuthors} />
      </div>
      {layer && <AuthorLegend layer={layer} />}
    </div>
  )
}
