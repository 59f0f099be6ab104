/**
 * Who is where in a document, as the clients last said. Invariants:
 *
 * 1. A connection speaks for one Yjs client id, the first that nobody else holds; entries for others are dropped
 *    [AW1]. A stock client repeats what it hears of others, so dropping is not punishing.
 * 2. An entry that names a participant names the connection's own [AW2].
 * 3. An id passes to another connection only of the same participant: a reconnect before the old socket is known
 *    to be dead [AW3].
 */
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import type { AwarenessEntry } from './frames.ts'

interface Speaker {
  participantId: ParticipantId
}

interface Held extends AwarenessEntry {
  speaker: Speaker
}

export class AwarenessTable<S extends Speaker> {
  readonly #held = new Map<number, Held & { speaker: S }>()
  readonly #idOf = new Map<S, number>()

  /** Takes what a connection says; gives what is new in it, to be passed on. */
  accept(speaker: S, entries: AwarenessEntry[]): AwarenessEntry[] {
    return entries.filter((entry) => this.#take(speaker, entry))
  }

  /** The connection has gone: gives the entry that tells the others, if it ever spoke. */
  leave(speaker: S): AwarenessEntry[] {
    const clientId = this.#idOf.get(speaker)
    this.#idOf.delete(speaker)
    const held = clientId === undefined ? undefined : this.#held.get(clientId)
    if (!held || held.speaker !== speaker) return []
    this.#held.delete(held.clientId)
    return held.json === 'null' ? [] : [{ clientId: held.clientId, clock: held.clock + 1, json: 'null' }]
  }

  all(): AwarenessEntry[] {
    return [...this.#held.values()]
      .filter((held) => held.json !== 'null')
      .map(({ clientId, clock, json }) => ({ clientId, clock, json }))
  }

  #take(speaker: S, entry: AwarenessEntry): boolean {
    const held = this.#held.get(entry.clientId)
    const isOwn = this.#idOf.get(speaker) === entry.clientId
    if (!isOwn && (this.#idOf.has(speaker) || entry.json === 'null')) return false
    if (held && held.speaker.participantId !== speaker.participantId) return false
    if (!namesOnly(speaker, entry.json)) return false
    if (held && held.speaker === speaker && entry.clock < held.clock) return false
    if (held && held.speaker !== speaker) this.#idOf.delete(held.speaker)
    this.#idOf.set(speaker, entry.clientId)
    this.#held.set(entry.clientId, { ...entry, speaker })
    return true
  }
}

function namesOnly({ participantId }: Speaker, json: string): boolean {
  const state: unknown = JSON.parse(json)
  if (typeof state !== 'object' || state === null || !('user' in state)) return true
  const { user } = state
  if (typeof user !== 'object' || user === null || !('participantId' in user)) return true
  return user.participantId === participantId
}
