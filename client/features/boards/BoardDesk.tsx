/** The desk of one board: its name and state in words above, the columns below. */
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardId } from '../../../shared/contracts/ids.ts'
import { boardMarking } from '../../../shared/proceedings/boards.ts'
import type { BoardEntry } from '../../../shared/proceedings/state.ts'
import { languageTags } from '../../design/languageNames.ts'
import { TlpMark } from '../../design/TlpMark.tsx'
import { WorkBar } from '../../design/WorkBar.tsx'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useDocumentSnapshot } from '../../session/useDocument.ts'
import { useDocumentWords } from '../../session/useDocumentWords.ts'
import { useContent } from '../../session/useMeeting.ts'
import styles from './Board.module.css'
import { Board } from './Board.tsx'
import { BoardStrip } from './BoardStrip.tsx'
import { useBoardActions } from './useBoardActions.ts'
import { useCaseLinks } from './useCaseLinks.ts'
import { useCaseTitles } from './useCaseTitles.ts'

export interface BoardDeskProps {
  boardId: BoardId
  entry: BoardEntry
  document: DocumentSession
  meetingSession: MeetingSession
  tools: ReactNode
  /** What can be done with words that it does not take. */
  unsent: ReactNode
}

export function BoardDesk({ boardId, entry, document, meetingSession, tools, unsent }: BoardDeskProps) {
  const { t } = useTranslation('board')
  const { status, canWrite, isLoaded } = useDocumentSnapshot(document)
  const words = useDocumentWords(document, meetingSession)
  const title = useContent(meetingSession, entry.titleId)
  const actions = useBoardActions(document)
  const place = useMemo(() => ({ boardId, entry, meetingSession }), [boardId, entry, meetingSession])
  const cases = useCaseLinks(meetingSession, useCaseTitles(meetingSession))
  return (
    <div className={styles.desk}>
      <WorkBar {...words} actions={unsent}>
        <h1 className={styles.title} lang={title?.language && languageTags[title.language]}>
          {title?.text}
        </h1>
        <TlpMark marking={boardMarking} isDense />
      </WorkBar>
      <BoardStrip current={boardId} meetingSession={meetingSession} />
      {tools}
      {!isLoaded || actions === null ? (
        <p className={styles.loading}>{status.state === 'connecting' && t('document:loading')}</p>
      ) : (
        <Board
          doc={document.doc}
          title={title?.text ?? ''}
          place={place}
          cases={cases}
          canWrite={canWrite}
          actions={actions}
        />
      )}
    </div>
  )
}
