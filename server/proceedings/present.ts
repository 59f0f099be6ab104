/**
 * The one place where names and texts are joined to ids on the way out. Every event, snapshot and page of messages
 * passes through it, so that what the attribution policy hides is hidden everywhere.
 */
import type { ContentText, Joined, PersonCard, StoredEvent, WireEvent } from '../../shared/contracts/events.ts'
import { type StreamName, streamKindOf } from '../../shared/contracts/ids.ts'
import type { Attribution } from '../../shared/contracts/terms.ts'

interface Lookup<T> {
  get(id: string): T | undefined
}

export interface Sources {
  content: Lookup<ContentText>
  people: Lookup<PersonCard>
  /** The policy of the meeting. */
  attribution: Attribution
}

export function present(event: StoredEvent, sources: Sources): WireEvent {
  const ids = mentionedIn(event)
  const { content, people } = presentAll(event.stream, ids, sources)
  return {
    ...event,
    ...(ids.content.length > 0 ? { content } : {}),
    ...(ids.people.length > 0 ? { people } : {}),
  }
}

export function presentAll(
  stream: StreamName,
  ids: { content: string[]; people: string[] },
  { content, people, attribution }: Sources,
): Joined {
  const shown = isForAll(stream) ? attribution : 'name'
  return { content: pick(content, ids.content), people: pick(people, ids.people, (card) => attributed(card, shown)) }
}

/** Moderators see who is in, and everybody sees themselves; the other streams are read by the room. */
function isForAll(stream: StreamName): boolean {
  const kind = streamKindOf(stream)
  return kind === 'meeting' || kind === 'room'
}

/** A person as the attribution policy shows them. */
export function attributed({ name, country, agency }: PersonCard, attribution: Attribution): PersonCard {
  const delegation = { ...(country !== undefined && { country }), ...(agency !== undefined && { agency }) }
  switch (attribution) {
    case 'name':
      return { ...(name !== undefined && { name }), ...delegation }
    case 'delegation':
      return delegation
    case 'none':
      return {}
  }
}

/** The ids in an event whose text or person is not in it. */
export function mentionedIn(event: StoredEvent): { content: string[]; people: string[] } {
  switch (event.type) {
    case 'meeting.created':
      return { content: [event.titleId, ...(event.placeId ? [event.placeId] : [])], people: [] }
    case 'agenda.set':
      return { content: event.items.map((item) => item.titleId), people: [] }
    case 'case.created':
      return { content: [event.titleId], people: [event.ownerId] }
    case 'meeting.recordSet': {
      const { partnersId, implementersId, donorsId, budgetId, contactId, venueId } = event.record
      const ids = [partnersId, implementersId, donorsId, budgetId, contactId, venueId]
      return { content: ids.filter((id) => id !== undefined), people: [] }
    }
    case 'case.cleared':
      return { content: event.clearedById ? [event.clearedById] : [], people: [] }
    case 'attachment.added':
      return { content: [event.nameId], people: [event.addedById] }
    case 'board.created':
      return { content: [event.titleId], people: [] }
    case 'message.posted':
      return { content: [event.contentId], people: [event.authorId] }
    case 'participant.joined':
    case 'lobby.entered':
    case 'roster.entered':
    case 'deposit.received':
      return { content: [], people: [event.participantId] }
    default:
      return { content: [], people: [] }
  }
}

function pick<T>(from: Lookup<T>, ids: string[], change: (found: T) => T = (found) => found): Record<string, T> {
  const picked: Record<string, T> = {}
  for (const id of ids) {
    const found = from.get(id)
    if (found !== undefined) picked[id] = change(found)
  }
  return picked
}
