/**
 * What the server says over the socket, parsed where it arrives. Events of a type that this client does not know (a
 * newer server's) are let pass with their place in the stream; a known type that is not whole is malformed.
 */
import { z } from 'zod'
import { domainEvent, type Joined, type StoredEvent, wireEnvelope } from '../../shared/contracts/events.ts'
import type { StreamName } from '../../shared/contracts/ids.ts'
import { problem } from '../../shared/contracts/problems.ts'
import type { CommandAck } from '../../shared/contracts/realtime.ts'

const knownTypes = new Set<string>(domainEvent.options.map((option) => option.shape.type.value))

export type ParsedEvent =
  | { kind: 'known'; stream: StreamName; seq: number; event: StoredEvent; joined: Partial<Joined> }
  | { kind: 'unknown'; stream: StreamName; seq: number }
  /** `stream` and `seq` are there when at least the envelope could be read. */
  | { kind: 'malformed'; stream?: StreamName; seq?: number; why: string }

export function parseEvent(raw: unknown): ParsedEvent {
  const envelope = wireEnvelope.safeParse(raw)
  if (!envelope.success) return { kind: 'malformed', why: envelope.error.message }
  const { stream, seq, at, type, content, people } = envelope.data
  if (!knownTypes.has(type)) return { kind: 'unknown', stream, seq }
  const parsed = domainEvent.safeParse(envelope.data)
  if (!parsed.success) return { kind: 'malformed', stream, seq, why: `${type}: ${parsed.error.message}` }
  const joined = { ...(content ? { content } : {}), ...(people ? { people } : {}) }
  return { kind: 'known', stream, seq, event: { ...parsed.data, stream, seq, at }, joined }
}

const commandAck = z.union([
  z.object({ ok: z.literal(true), events: z.array(wireEnvelope) }),
  z.object({ ok: z.literal(false), problem }),
])

/** The acknowledgement of a command; null when it is none. */
export function parseAck(raw: unknown): CommandAck | null {
  const ack = commandAck.safeParse(raw)
  if (!ack.success) return null
  // The events come again on their streams, where they are parsed whole: here they only name what was created.
  return ack.data as CommandAck
}
