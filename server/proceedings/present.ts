/**
 * The one place where names and texts are joined to ids on the way out. Every event, snapshot and page of messages
 * passes through it, so that what a policy hides is hidden everywhere. Inside the room people see names.
 */
import type { ContentText, Joined, PersonCard, StoredEvent, WireEvent } from '../../shared/contracts/events.ts'

interface Lookup<T> {
  get(id: string): T | undefined
}

export interface Sources {
  content: Lookup<ContentText>
  people: Lookup<PersonCard>
}

export function present(event: StoredEvent, sources: Sources): WireEvent {
  const { content, people } = mentionedIn(event)
  return {
    ...event,
    ...(content.length > 0 ? { content: pick(sources.content, content) } : {}),
    ...(people.length > 0 ? { people: pick(sources.people, people) } : {}),
  }
}

export function presentAll(ids: { content: string[]; people: string[] }, sources: Sources): Joined {
  return { content: pick(sources.content, ids.content), people: pick(sources.people, ids.people) }
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
    case 'board.created':
      return { content: [event.titleId], people: [] }
    case 'message.posted':
      return { content: [event.contentId], people: [event.authorId] }
    case 'participant.joined':
    case 'lobby.entered':
      return { content: [], people: [event.participantId] }
    default:
      return { content: [], people: [] }
  }
}

function pick<T>(from: Lookup<T>, ids: string[]): Record<string, T> {
  const picked: Record<string, T> = {}
  for (const id of ids) {
    const found = from.get(id)
    if (found !== undefined) picked[id] = found
  }
  return picked
}
