/** The people of a meeting as a list to read: who is here, who is not, each in the order of their names. Pure. */
import type { ParticipantId } from '../../../shared/contracts/ids.ts'
import type { Role } from '../../../shared/contracts/terms.ts'
import type { MeetingState } from '../../../shared/proceedings/state.ts'
import { matchesSearch } from '../../lib/textSearch.ts'

export interface RosterPerson {
  id: ParticipantId
  name: string
  details: string
  role: Role
}

export interface Roster {
  all: RosterPerson[]
  here: RosterPerson[]
  away: RosterPerson[]
}

export interface RosterOptions {
  members: MeetingState['members']
  online: ReadonlySet<string>
  wordsOf: (participantId: string) => { name: string; details: string }
  compare: (a: string, b: string) => number
  query: string
}

export function rosterOf({ members, online, wordsOf, compare, query }: RosterOptions): Roster {
  const people = Object.entries(members)
    .map(([id, { role }]) => ({ id: id as ParticipantId, role, ...wordsOf(id) }))
    .filter(({ name, details }) => matchesSearch(`${name} ${details}`, query))
    .sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1))
  return {
    all: people,
    here: people.filter(({ id }) => online.has(id)),
    away: people.filter(({ id }) => !online.has(id)),
  }
}
