/** A board as it was: its cards of that moment, to read, with the marks that they have today. */
import { useMemo } from 'react'
import type { BoardId } from '../../../shared/contracts/ids.ts'
import { boardMarking } from '../../../shared/proceedings/boards.ts'
import { languageTags } from '../../design/languageNames.ts'
import { TlpMark } from '../../design/TlpMark.tsx'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useContent, useMeeting } from '../../session/useMeeting.ts'
import { Board } from './Board.tsx'
import styles from './PastBoard.module.css'
import { useBoardActions } from './useBoardActions.ts'
import { useCaseLinks } from './useCaseLinks.ts'
import { useCaseTitles } from './useCaseTitles.ts'

export interface PastBoardProps {
  boardId: BoardId
  /** The state of the version. */
  document: DocumentSession
  meetingSession: MeetingSession
}

export function PastBoard({ boardId, document, meetingSession }: PastBoardProps) {
  const entry = useMeeting(meetingSession, ({ meeting }) => meeting?.boards[boardId] ?? null)
  const title = useContent(meetingSession, entry?.titleId)
  const actions = useBoardActions(document)
  const place = useMemo(
    () => entry && { boardId, entry, meetingSession, isPast: true },
    [boardId, entry, meetingSession],
  )
  const cases = useCaseLinks(meetingSession, useCaseTitles(meetingSession))
  if (place === null || actions === null) return null
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title} lang={title?.language && languageTags[title.language]}>
          {title?.text}
        </h1>
        <TlpMark marking={boardMarking} isDense />
      </div>
      <Board
        doc={document.doc}
        title={title?.text ?? ''}
        place={place}
        cases={cases}
        canWrite={false}
        actions={actions}
      />
    </>
  )
}
