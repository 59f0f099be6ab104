/**
 * How much one person may send per second, over all their connections: token buckets, refilled by the clock. Over the
 * limit a connection closes and comes back with one step 2; nothing is dropped [LI3].
 */
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { frameTypes } from '../../shared/contracts/sync.ts'

export type Metered = 'update' | 'awareness'

const rates: Record<Metered, { perSecond: number; atOnce: number }> = {
  update: { perSecond: limits.updatesPerSecond, atOnce: limits.updatesAtOnce },
  awareness: { perSecond: limits.awarenessPerSecond, atOnce: limits.awarenessAtOnce },
}

interface Bucket {
  tokens: number
  at: number
}

interface Person {
  connections: number
  buckets: Record<Metered, Bucket>
}

export class RateLimits {
  readonly #people = new Map<ParticipantId, Person>()

  /** A connection more; false when this person has as many as they may. */
  enter(participantId: ParticipantId, now: number): boolean {
    const person = this.#people.get(participantId) ?? newPerson(now)
    if (person.connections >= limits.connectionsPerPerson) return false
    person.connections += 1
    this.#people.set(participantId, person)
    return true
  }

  leave(participantId: ParticipantId): void {
    const person = this.#people.get(participantId)
    if (!person) return
    person.connections -= 1
    if (person.connections === 0) this.#people.delete(participantId)
  }

  /** One frame more; false when it is one too many. */
  take(participantId: ParticipantId, what: Metered, now: number): boolean {
    const bucket = this.#people.get(participantId)?.buckets[what]
    if (!bucket) return true
    const { perSecond, atOnce } = rates[what]
    bucket.tokens = Math.min(atOnce, bucket.tokens + ((now - bucket.at) / 1_000) * perSecond)
    bucket.at = now
    if (bucket.tokens < 1) return false
    bucket.tokens -= 1
    return true
  }
}

function newPerson(now: number): Person {
  return {
    connections: 0,
    buckets: {
      update: { tokens: rates.update.atOnce, at: now },
      awareness: { tokens: rates.awareness.atOnce, at: now },
    },
  }
}

/** What a frame counts as, by its first byte. Each counts: a number can be written in more ways than one. */
export function meteredOf(frame: Uint8Array): Metered {
  const type = frame[0]
  return type === frameTypes.awareness || type === frameTypes.queryAwareness ? 'awareness' : 'update'
}
