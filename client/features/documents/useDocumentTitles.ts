/** What a document is called: the title of its case or board, as far as this reader knows it. */
import { useTranslation } from 'react-i18next'
import type { BoardId, CaseId, DocumentName } from '../../../shared/contracts/ids.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'

/** Gives the title of any document of the meeting. */
export function useDocumentTitles(session: MeetingSession): (document: DocumentName) => string {
  const { t } = useTranslation('deposits')
  const meeting = useMeeting(session, (snapshot) => snapshot.meeting)
  const content = useMeeting(session, (snapshot) => snapshot.content)
  return (document) => {
    const [kind, id] = document.split('/')
    const entry = kind === 'case' ? meeting?.cases[id as CaseId] : meeting?.boards[id as BoardId]
    return (entry && content[entry.titleId]?.text) ?? t('thisDocument')
  }
}
