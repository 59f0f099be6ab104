/** How a list of people is sent: the file itself, to the meeting's own address for lists. */
import type { MeetingSession } from '../../session/MeetingSession.ts'

export function rosterPath({ meetingId }: MeetingSession): string {
  return `/api/meetings/${encodeURIComponent(meetingId)}/roster`
}

export function rosterFile(content: Blob) {
  return { content, mediaType: 'text/csv' }
}
