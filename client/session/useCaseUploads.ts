/** React's way to the files that are being attached to a case; they go on while other screens are shown. */
import { useSyncExternalStore } from 'react'
import { commandAnswer } from '../../shared/contracts/http.ts'
import type { CaseId } from '../../shared/contracts/ids.ts'
import { newId } from '../lib/ids.ts'
import { clock } from '../lib/time.ts'
import { upload } from '../lib/upload.ts'
import { CaseUploads, type UploadsSnapshot } from './CaseUploads.ts'
import type { MeetingSession } from './MeetingSession.ts'

/** They end with the session of the meeting. */
const ofSessions = new WeakMap<MeetingSession, Map<CaseId, CaseUploads>>()

export function useCaseUploads(session: MeetingSession, caseId: CaseId): [CaseUploads, UploadsSnapshot] {
  const uploads = uploadsOf(session, caseId)
  return [uploads, useSyncExternalStore(uploads.subscribe, uploads.getSnapshot)]
}

function uploadsOf(session: MeetingSession, caseId: CaseId): CaseUploads {
  const ofCases = ofSessions.get(session) ?? new Map<CaseId, CaseUploads>()
  ofSessions.set(session, ofCases)
  const known = ofCases.get(caseId)
  if (known) return known
  const uploads = new CaseUploads({
    isOnline: () => session.getSnapshot().connection.status === 'live',
    newId,
    page: globalThis,
    send: ({ id, file, name }, onProgress) =>
      upload({
        path: `${attachmentsPath(session, caseId)}?commandId=${id}`,
        content: file,
        fileName: name,
        seat: session.seat,
        answer: commandAnswer,
        clock,
        onProgress,
      }),
  })
  ofCases.set(caseId, uploads)
  return uploads
}

export function attachmentsPath({ meetingId }: MeetingSession, caseId: CaseId): string {
  return `/api/meetings/${encodeURIComponent(meetingId)}/cases/${encodeURIComponent(caseId)}/attachments`
}
