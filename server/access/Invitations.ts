/** Personal links: each carries a secret in the fragment, where neither a log nor a mail scanner sees it. */
import type { InvitationAnswer, InvitationBody } from '../../shared/contracts/http.ts'
import type { InvitationId, MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import type { Chance } from '../platform/chance.ts'
import { hashOf } from './secrets.ts'

interface Inviter {
  invite(
    meetingId: MeetingId,
    participantId: ParticipantId,
    invitations: { invitationId: InvitationId; tokenHash: string; details: InvitationBody }[],
  ): Promise<void>
}

export class Invitations {
  readonly #inviter: Inviter
  readonly #chance: Chance
  readonly #publicUrl: string

  constructor(ports: { inviter: Inviter; chance: Chance; publicUrl: string }) {
    this.#inviter = ports.inviter
    this.#chance = ports.chance
    this.#publicUrl = ports.publicUrl
  }

  async create(meetingId: MeetingId, by: ParticipantId, bodies: InvitationBody[]): Promise<InvitationAnswer[]> {
    const made = bodies.map((details) => ({
      details,
      invitationId: this.#chance.id() as InvitationId,
      token: this.#chance.secret(),
    }))
    const records = made.map(({ details, invitationId, token }) => ({
      invitationId,
      details,
      tokenHash: hashOf(token),
    }))
    await this.#inviter.invite(meetingId, by, records)
    return made.map(({ details, invitationId, token }) => ({
      invitation: { id: invitationId, ...details },
      token,
      url: `${this.#publicUrl}/j#${token}`,
    }))
  }
}
