/** Messages of socket.io besides `command`, which carries a Command and is acknowledged with `CommandAck`. */
import { z } from 'zod'
import { joined, type WireEvent } from './events.ts'
import { streamName } from './ids.ts'
import type { Problem } from './problems.ts'

export const handshakeAuth = z.looseObject({ token: z.string().optional(), seat: z.string().optional() })

export const resumeRequest = z.strictObject({ stream: streamName, after: z.int().min(0) })
export type ResumeRequest = z.infer<typeof resumeRequest>

/** A whole stream's folded state; `seq` is the last event in it. `state` is what the stream's `evolve` folds. */
export const snapshot = z.object({
  stream: streamName,
  seq: z.int().min(0),
  state: z.unknown(),
  ...joined.shape,
})
export type Snapshot = z.infer<typeof snapshot>

/** Who is connected now: not an event, sent whole on arrival and as coalesced differences each second. */
export const presence = z.object({
  stream: streamName,
  online: z.array(z.string()).optional(),
  joined: z.array(z.string()).optional(),
  left: z.array(z.string()).optional(),
})
export type Presence = z.infer<typeof presence>

/** What a person in the lobby is told: how many came before. */
export const lobbyPlace = z.object({ ahead: z.int().min(0) })
export type LobbyPlace = z.infer<typeof lobbyPlace>

export type CommandAck = { ok: true; events: WireEvent[] } | { ok: false; problem: Problem }

export interface ServerToClient {
  snapshot: (snapshot: Snapshot) => void
  event: (event: WireEvent) => void
  presence: (presence: Presence) => void
  lobby: (place: LobbyPlace) => void
  /** The person may no longer read this stream; nothing more comes from it. */
  left: (message: { stream: string }) => void
}

export interface ClientToServer {
  command: (payload: unknown, ack?: (answer: CommandAck) => void) => void
  resume: (payload: unknown, ack?: (answer: { ok: boolean; problem?: Problem }) => void) => void
}
