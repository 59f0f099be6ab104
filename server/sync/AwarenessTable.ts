/**
 * Who is where in a document, as the clients last said. Invariants:
 *
 * 1. A connection speaks for the client id that it declared; entries for others are dropped [AW1]. A stock client
 *    repeats what it hears of others, so dropping is not punishing.
 * 2. An entry that names a participant names the connection's own [AW2].
 * 3. Who has not renewed for 30 s is gone [AW6], as y-protocols' clients believe among themselves.
 */
import type { ClientIds, Speaker } from './ClientIds.ts'
import type { AwarenessEntry } from './frames.ts'

/** `outdatedTimeout` of y-protocols/awareness: its clients renew at half of it. */
export const expiryMs = 30_000

interface Held<S> extends AwarenessEntry {
  speaker: S
  heardAt: number
}

export class AwarenessTable<S extends Speaker> {
  readonly #clientIds: ClientIds<S>
  readonly #held = new Map<number, Held<S>>()

  constructor(clientIds: ClientIds<S>) {
    this.#clientIds = clientIds
  }

  /** Takes what a connection says at `now`; gives what is new in it, to be passed on. */
  accept(speaker: S, entries: AwarenessEntry[], now: number): AwarenessEntry[] {
    return entries.filter((entry) => this.#take(speaker, entry, now))
  }

  /** A reader says which client it is. Nobody hears it, but its words are its own once it may write [AU1]. */
  noteReader(speaker: S, entries: AwarenessEntry[]): void {
    entries.some((entry) => this.#speaksAs(speaker, entry))
  }

  /** The connection has gone: gives the entry that tells the others, if its client ever spoke, here or before. */
  leave(speaker: S): AwarenessEntry[] {
    const clientId = this.#clientIds.idOf(speaker)
    const held = clientId === null ? undefined : this.#held.get(clientId)
    if (!held) return []
    this.#held.delete(held.clientId)
    return held.json === 'null' ? [] : [goneEntry(held)]
  }

  /** Lets go of those that were not heard of for too long; gives the entries that tell everybody. */
  expire(now: number): AwarenessEntry[] {
    const gone: AwarenessEntry[] = []
    for (const held of this.#held.values()) {
      if (now - held.heardAt < expiryMs) continue
      this.#held.delete(held.clientId)
      if (held.json !== 'null') gone.push(goneEntry(held))
    }
    return gone
  }

  all(): AwarenessEntry[] {
    return [...this.#held.values()]
      .filter((held) => held.json !== 'null')
      .map(({ clientId, clock, json }) => ({ clientId, clock, json }))
  }

  #take(speaker: S, entry: AwarenessEntry, now: number): boolean {
    if (!this.#speaksAs(speaker, entry)) return false
    const held = this.#held.get(entry.clientId)
    if (held?.speaker === speaker && entry.clock < held.clock) return false
    this.#held.set(entry.clientId, { ...entry, speaker, heardAt: now })
    return true
  }

  /** Whether the entry is about the speaker's own client; the first one declares which that is [AW1]. */
  #speaksAs(speaker: S, { clientId, json }: AwarenessEntry): boolean {
    const isDeclared = this.#clientIds.idOf(speaker) !== null
    if (!isDeclared && json === 'null') return false
    return namesOnly(speaker, json) && this.#clientIds.declare(speaker, clientId)
  }
}

function goneEntry({ clientId, clock }: AwarenessEntry): AwarenessEntry {
  return { clientId, clock: clock + 1, json: 'null' }
}

function namesOnly({ participantId }: Speaker, json: string): boolean {
  const state: unknown = JSON.parse(json)
  if (typeof state !== 'object' || state === null || !('user' in state)) return true
  const { user } = state
  if (typeof user !== 'object' || user === null || !('participantId' in user)) return true
  return user.participantId === participantId
}
