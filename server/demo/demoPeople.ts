/** Who the people of the sample are in the meeting: their ids, roles and functions, and whose links are shown. */
import type { InvitationBody } from '../../shared/contracts/http.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import type { ParticipantFunction, Role } from '../../shared/contracts/terms.ts'
import { type SamplePerson, sample } from './sample.ts'

/** Roles that the sample names and that are functions here: a label beside a role that gives the right. */
const functions: Record<string, { role: Role; function: ParticipantFunction }> = {
  chair: { role: 'participant', function: 'chair' },
  presenter: { role: 'participant', function: 'presenter' },
  interpreter: { role: 'observer', function: 'interpreter' },
}

export function participantIdOf(sampleId: string): ParticipantId {
  return `demo-${sampleId}` as ParticipantId
}

export function detailsOf({ displayName: name, country, agencyType: agency, language, role }: SamplePerson) {
  const place = functions[role] ?? { role: role as Role }
  return { ...place, name, agency, language, ...(country !== null ? { country } : {}) } satisfies InvitationBody
}

/** One person for each role; for the participants somebody who brings a case, because owners see more. */
export function shownPeople(): { role: Role; person: SamplePerson }[] {
  const owner = sample.cases[0]?.presenterId
  return (['organizer', 'facilitator', 'rapporteur', 'participant', 'observer'] as const).flatMap((role) => {
    const inRole = sample.participants.filter((person) => detailsOf(person).role === role)
    const person = inRole.find(({ id }) => id === owner) ?? inRole[0]
    return person ? [{ role, person }] : []
  })
}
