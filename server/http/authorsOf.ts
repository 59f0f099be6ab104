/** Authorship as one meeting's policy shows it: people by name, or only the delegations that they belong to. */
import type { AuthorsAnswer } from '../../shared/contracts/http.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import type { LiveMeeting } from '../proceedings/LiveMeeting.ts'
import { attributed } from '../proceedings/present.ts'
import type { Stretch } from '../sync/Authorship.ts'

type Shown = Pick<LiveMeeting, 'attribution' | 'people'>

/** People whom the policy shows alike are one author; an id is given only where names are shown. */
export function authorsOf(known: [clientId: number, stretches: readonly Stretch[]][], shown: Shown): AuthorsAnswer {
  const authors: AuthorsAnswer['authors'] = []
  const places = new Map<string, number>()
  const placeOf = (participantId: ParticipantId) => {
    const author = authorOf(participantId, shown)
    const key = JSON.stringify(author)
    const place = places.get(key) ?? authors.push(author) - 1
    places.set(key, place)
    return place
  }
  const clients = known.map(([clientId, stretches]) => ({
    clientId,
    stretches: stretches.map(({ from, to, participantId, isOwn }) => ({
      from,
      to,
      author: placeOf(participantId),
      isOwn,
    })),
  }))
  return { authors, clients }
}

function authorOf(participantId: ParticipantId, { attribution, people }: Shown): AuthorsAnswer['authors'][number] {
  const card = attributed(people.get(participantId) ?? {}, attribution)
  return attribution === 'name' ? { ...card, participantId } : card
}
