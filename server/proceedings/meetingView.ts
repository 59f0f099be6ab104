/** The meeting as one person may see it: what `GET /api/meetings/{id}` gives. */
import type { MeetingView } from '../../shared/contracts/http.ts'
import type { BoardId, CaseId, ContentId, ParticipantId } from '../../shared/contracts/ids.ts'
import { judge } from '../../shared/proceedings/policy.ts'
import type { CaseEntry } from '../../shared/proceedings/state.ts'
import type { LiveMeeting } from './LiveMeeting.ts'

/** Null for whoever may not read the meeting. */
export function meetingView(live: LiveMeeting, participantId: ParticipantId, publicUrl: string): MeetingView | null {
  const { meeting, moderators } = live
  const role = live.roleOf(participantId)
  if (role === null || meeting.plenaryId === null || judge('meeting.read', role, meeting.status) !== 'allowed')
    return null
  const text = (id: ContentId | null) => (id === null ? '' : (live.content.get(id)?.text ?? ''))
  const isModerator = judge('moderators.read', role, meeting.status) === 'allowed' && moderators.code !== null
  return {
    id: live.meetingId,
    title: text(meeting.titleId),
    ...(meeting.placeId ? { place: text(meeting.placeId) } : {}),
    template: meeting.template,
    status: meeting.status,
    languages: meeting.languages,
    timezone: meeting.timezone,
    startsOn: meeting.startsOn,
    endsOn: meeting.endsOn,
    plenaryId: meeting.plenaryId,
    ...(isModerator ? { code: moderators.code ?? '', joinUrl: `${publicUrl}/j?code=${moderators.code}` } : {}),
    me: { participantId, role },
    cases: (Object.entries(meeting.cases) as [CaseId, CaseEntry][]).map(
      ([caseId, { titleId, attachments: _files, ...entry }]) => ({
        caseId,
        title: text(titleId),
        ...entry,
      }),
    ),
    boards: Object.entries(meeting.boards).map(([boardId, { roomId, titleId, columns }]) => ({
      boardId: boardId as BoardId,
      roomId,
      title: text(titleId),
      columns,
    })),
  }
}
