/** A meeting that is already prepared and open, made by a script: journeys that begin in the room start with it. */
import type { InvitationBody } from '../../../shared/contracts/http.ts'
import { command, createMeeting, invite } from '../../support/api.ts'
import type { Server } from '../../support/server.ts'
import type { Reader } from './record.ts'

export interface PreparedMeeting extends Reader {
  title: string
  boardId: string
  boardTitle: string
  plenaryId: string
  code: string
  /** The organizer's own link. */
  organizerLink: string
  /** A personal link for somebody. */
  linkFor(details: Partial<InvitationBody> & { name: string }): Promise<string>
  /** A case of the organizer's; gives its id. */
  addCase(title: string): Promise<string>
}

export async function prepareMeeting(server: Server, title: string): Promise<PreparedMeeting> {
  const created = await createMeeting(server, { title, organizerName: 'Elena Robledal', place: 'Ciudad de Panamá' })
  const { meeting, organizerToken: token } = created
  const meetingId = meeting.id
  const [board] = meeting.boards
  await command(server, token, meetingId, { type: 'meeting.open' })
  return {
    url: server.url,
    token,
    meetingId,
    title,
    boardId: board?.boardId ?? '',
    boardTitle: board?.title ?? '',
    plenaryId: meeting.plenaryId,
    code: meeting.code ?? '',
    organizerLink: `${server.url}/j#${token}`,
    async linkFor(details) {
      return (await invite(server, token, meetingId, { role: 'participant', ...details })).url
    },
    async addCase(caseTitle) {
      const events = await command(server, token, meetingId, { type: 'case.create', title: caseTitle })
      const created = events.find((event) => event.type === 'case.created')
      if (created?.type !== 'case.created') throw new Error('the server did not say which case it made')
      return created.caseId
    },
  }
}
