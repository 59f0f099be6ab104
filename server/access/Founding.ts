/** A new meeting with its code and its first organizer, whose token is both bearer and personal link. */
import type { CreateMeetingBody } from '../../shared/contracts/http.ts'
import type { InvitationId, MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import { type Language, usualColumns } from '../../shared/contracts/terms.ts'
import type { Creation } from '../../shared/proceedings/creation.ts'
import { boardTitle } from '../../shared/vocabulary/vocabulary.ts'
import type { Chance } from '../platform/chance.ts'
import { newMeetingCode } from './meetingCode.ts'
import type { AccessStore, NewSeat } from './ports.ts'
import { hashOf } from './secrets.ts'

interface Founder<M> {
  create(
    creation: Creation,
    beside: {
      participants: { participantId: ParticipantId; name: string }[]
      invitations: {
        invitationId: InvitationId
        tokenHash: string
        details: { role: 'organizer' }
        participantId: ParticipantId
      }[]
      seats: NewSeat[]
    },
  ): Promise<M>
}

/** What the first organizer is called who gives no name. */
const namelessOrganizer: Record<Language, string> = {
  es: 'Organización',
  en: 'Organizer',
  pt: 'Organização',
  fr: 'Organisation',
}

export async function foundMeeting<M>(
  ports: { founder: Founder<M>; store: AccessStore; chance: Chance },
  body: CreateMeetingBody,
): Promise<{ live: M; participantId: ParticipantId; organizerToken: string }> {
  const { founder, store, chance } = ports
  const language = body.languages[0] ?? 'es'
  const participantId = chance.id() as ParticipantId
  const organizerToken = chance.secret()
  const tokenHash = hashOf(organizerToken)
  const creation: Creation = {
    ...body,
    meetingId: chance.id() as MeetingId,
    organizerId: participantId,
    code: await freeCode(store, chance),
    boards: body.template === 'case-digest' ? [{ title: boardTitle[language], columns: usualColumns }] : [],
  }
  const live = await founder.create(creation, {
    participants: [{ participantId, name: body.organizerName ?? namelessOrganizer[language] }],
    invitations: [
      { invitationId: chance.id() as InvitationId, tokenHash, details: { role: 'organizer' }, participantId },
    ],
    seats: [{ participantId, tokenHash, sessionHash: null }],
  })
  return { live, participantId, organizerToken }
}

/** A code that no meeting of this instance has: the wanted one if there is one and it is free. */
export async function freeCode(store: AccessStore, chance: Chance, wanted?: string): Promise<string> {
  let code = wanted ?? newMeetingCode(chance)
  while (await store.codeIsTaken(code)) code = newMeetingCode(chance)
  return code
}
