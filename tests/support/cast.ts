/**
 * A meeting with one of everybody: each role, somebody in the lobby, somebody who was removed, a stranger with a token
 * of their own invention, and the organizer of another meeting on the same server.
 */
import type { InvitationBody } from '../../shared/contracts/http.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { type Role, roles } from '../../shared/contracts/terms.ts'
import { admit, type CreatedMeeting, command, createMeeting, join, type Target } from './api.ts'

export type Caller = Role | 'waiting' | 'removed' | 'stranger' | 'foreign'
export const callers: readonly Caller[] = [...roles, 'waiting', 'removed', 'stranger', 'foreign']

export interface Person {
  token: string
  participantId: ParticipantId
}

export interface Cast extends CreatedMeeting {
  meetingId: string
  code: string
  people: Record<Caller, Person>
  /** The other meeting, in which `foreign` is the organizer. */
  elsewhere: CreatedMeeting
  /** Somebody more who is in, with a role of their own. */
  somebody(invitation?: Partial<InvitationBody>): Promise<Person>
  /** Somebody more in the lobby. */
  someoneWaiting(name?: string): Promise<Person>
}

export async function gatherCast(target: Target & { organizerKey: string }): Promise<Cast> {
  const created = await createMeeting(target)
  const elsewhere = await createMeeting(target, { title: 'Otra reunión' })
  const { meeting, organizerToken } = created
  const code = meeting.code ?? ''

  const somebody = async (invitation: Partial<InvitationBody> = {}): Promise<Person> => {
    const details = { role: 'participant' as const, ...invitation, name: invitation.name ?? 'Bob' }
    const { token, participant } = await admit(target, organizerToken, meeting.id, details)
    return { token, participantId: participant.id }
  }
  const someoneWaiting = async (name = 'Wanda'): Promise<Person> => {
    const { token, participant } = await join(target, { code, name })
    return { token, participantId: participant.id }
  }
  const removed = await somebody({ name: 'Rémy' })
  await command(target, organizerToken, meeting.id, {
    type: 'participant.remove',
    participantId: removed.participantId,
  })
  return {
    ...created,
    meetingId: meeting.id,
    code,
    elsewhere,
    somebody,
    someoneWaiting,
    people: {
      organizer: { token: organizerToken, participantId: meeting.me.participantId },
      facilitator: await somebody({ role: 'facilitator', name: 'Alice' }),
      rapporteur: await somebody({ role: 'rapporteur', name: 'Rosa' }),
      participant: await somebody({ name: 'Bob' }),
      observer: await somebody({ role: 'observer', name: 'Otto' }),
      waiting: await someoneWaiting(),
      removed,
      stranger: { token: 'invented-by-a-stranger', participantId: 'nobody' as ParticipantId },
      foreign: { token: elsewhere.organizerToken, participantId: elsewhere.meeting.me.participantId },
    },
  }
}
