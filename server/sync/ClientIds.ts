/**
 * Which Yjs client id speaks through which connection. Invariants:
 *
 * 1. A connection declares one id, once: by its ticket, or by its first awareness.
 * 2. An id belongs to one connection. It passes to another only of the same participant: a reconnect before the old
 *    socket is known to be dead [AW3].
 * 3. An id under which somebody has written stays theirs, live or not [AU1].
 */
import type { ParticipantId } from '../../shared/contracts/ids.ts'

export interface Speaker {
  participantId: ParticipantId
}

export class ClientIds<S extends Speaker> {
  readonly #holders = new Map<number, S>()
  readonly #ids = new Map<S, number>()
  readonly #ownerOf: (clientId: number) => ParticipantId | null

  constructor(ownerOf: (clientId: number) => ParticipantId | null) {
    this.#ownerOf = ownerOf
  }

  /** The speaker declares an id; false when it has another one, or the id is somebody else's. */
  declare(speaker: S, clientId: number): boolean {
    const own = this.#ids.get(speaker)
    if (own !== undefined) return own === clientId
    const holder = this.#holders.get(clientId)
    const owner = holder?.participantId ?? this.#ownerOf(clientId)
    if (owner !== null && owner !== speaker.participantId) return false
    if (holder) this.#ids.delete(holder)
    this.#holders.set(clientId, speaker)
    this.#ids.set(speaker, clientId)
    return true
  }

  idOf(speaker: S): number | null {
    return this.#ids.get(speaker) ?? null
  }

  holderOf(clientId: number): S | null {
    return this.#holders.get(clientId) ?? null
  }

  release(speaker: S): void {
    const id = this.#ids.get(speaker)
    if (id === undefined) return
    this.#ids.delete(speaker)
    this.#holders.delete(id)
  }
}
