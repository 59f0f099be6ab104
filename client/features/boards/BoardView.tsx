/** A board of the meeting: opens its document and shows it once it is here, in whatever state the connection is. */
import { useTranslation } from 'react-i18next'
import type { BoardId } from '../../../shared/contracts/ids.ts'
import { Notice } from '../../design/Notice.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useDocument } from '../../session/useDocument.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { BoardDesk } from './BoardDesk.tsx'

export interface BoardViewProps {
  boardId: BoardId
  meetingSession: MeetingSession
}

export function BoardView({ boardId, meetingSession }: BoardViewProps) {
  const { t } = useTranslation('board')
  const document = useDocument(`board/${boardId}`, meetingSession.seat)
  const entry = useMeeting(meetingSession, ({ meeting }) => meeting?.boards[boardId] ?? null)
  const isKnown = useMeeting(meetingSession, ({ meeting }) => meeting !== null)
  if (!isKnown || document === null) return null
  if (entry === null) {
    return (
      <Notice>
        <p>
          <strong>{t('missing.title')}</strong>
        </p>
        <p>{t('missing.help')}</p>
      </Notice>
    )
  }
  return <BoardDesk entry={entry} document={document} meetingSession={meetingSession} />
}
