/**
 * Who wrote every character of a document. Yjs names each character by a client id and a clock; this table says, for
 * stretches of clocks of each client id, whose connection delivered them. It is folded from the log, so that it
 * survives whatever the log survives, and nothing that a client claims goes into it.
 *
 * - What a connection delivers under the client id that it declared is its participant's own.
 * - What it delivers under another id is kept as delivered by it: a relay, or a copy that was offline [AU2].
 * - An id's owner is the participant who first delivered under it as their own [AU1].
 *
 * Yjs does not say who deletes; the log row of the deletion does.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import type { LoggedUpdate } from './ports.ts'

/** Clocks `from` to before `to` of one client id. */
export interface Stretch {
  from: number
  to: number
  participantId: ParticipantId
  /** False: delivered by this participant for somebody else, or for an id that nobody had declared. */
  isOwn: boolean
}

export class Authorship {
  readonly #stretches = new Map<number, Stretch[]>()

  /** Takes the next update of the log. What earlier ones have said stays. */
  note({ participantId, clientId, bytes }: Pick<LoggedUpdate, 'participantId' | 'clientId' | 'bytes'>): void {
    if (participantId === null) return
    const { from, to } = Y.parseUpdateMeta(bytes)
    for (const [client, end] of to) {
      this.#add(client, { from: from.get(client) ?? 0, to: end, participantId, isOwn: client === clientId })
    }
  }

  /** Who may speak as this client id; null as long as nobody has written under it as their own. */
  ownerOf(clientId: number): ParticipantId | null {
    return this.#stretches.get(clientId)?.find((stretch) => stretch.isOwn)?.participantId ?? null
  }

  /** All that is known, by client id. */
  entries(): [clientId: number, stretches: readonly Stretch[]][] {
    return [...this.#stretches]
  }

  encode(): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, this.#stretches.size)
    for (const [clientId, stretches] of this.#stretches) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, stretches.length)
      for (const { from, to, participantId, isOwn } of stretches) {
        encoding.writeVarUint(encoder, from)
        encoding.writeVarUint(encoder, to)
        encoding.writeVarString(encoder, participantId)
        encoding.writeVarUint(encoder, isOwn ? 1 : 0)
      }
    }
    return encoding.toUint8Array(encoder)
  }

  static decode(bytes: Uint8Array): Authorship {
    const authorship = new Authorship()
    const decoder = decoding.createDecoder(bytes)
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
      const clientId = decoding.readVarUint(decoder)
      for (let count = decoding.readVarUint(decoder); count > 0; count--) {
        authorship.#add(clientId, {
          from: decoding.readVarUint(decoder),
          to: decoding.readVarUint(decoder),
          participantId: decoding.readVarString(decoder) as ParticipantId,
          isOwn: decoding.readVarUint(decoder) === 1,
        })
      }
    }
    return authorship
  }

  /** Clocks of a client come in order, so only the end of its list grows. */
  #add(clientId: number, stretch: Stretch): void {
    const known = this.#stretches.get(clientId) ?? []
    this.#stretches.set(clientId, known)
    const last = known.at(-1)
    const from = Math.max(stretch.from, last?.to ?? 0)
    if (from >= stretch.to) return
    const continues = last?.to === from && last.participantId === stretch.participantId && last.isOwn === stretch.isOwn
    if (continues) last.to = stretch.to
    else known.push({ ...stretch, from })
  }
}
