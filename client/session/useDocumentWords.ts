/** The words for a document's state, in the reader's language and for their place in the meeting. */
import { useTranslation } from 'react-i18next'
import type { DocumentSession } from './DocumentSession.ts'
import { type DocumentWords, documentWords } from './documentWords.ts'
import type { MeetingSession } from './MeetingSession.ts'
import { useDocumentSnapshot } from './useDocument.ts'
import { useMeeting, useRole } from './useMeeting.ts'

export function useDocumentWords(session: DocumentSession, meetingSession: MeetingSession): DocumentWords {
  const { t } = useTranslation('document')
  const { status } = useDocumentSnapshot(session)
  const role = useRole(meetingSession)
  const meetingStatus = useMeeting(meetingSession, ({ meeting }) => meeting?.status ?? 'live')
  const isLocked = useMeeting(meetingSession, ({ meeting }) => meeting?.locked[session.document] ?? false)
  return documentWords(t, status, { role, meetingStatus, isLocked })
}
