/** What the tests of the storage's contract write: a message, a change of a document, the pieces of a file. */
import type { Append } from '../../server/proceedings/ports.ts'
import type { Compaction, UpdateRow } from '../../server/sync/ports.ts'
import type { ContentId, MeetingId, MessageId, ParticipantId } from '../../shared/contracts/ids.ts'

export const meetingId = 'm1' as MeetingId
export const alice = 'alice' as ParticipantId
export const bob = 'bob' as ParticipantId

export function message(seq: number, more: Partial<Append> = {}): Append {
  const contentId = `text${seq}` as ContentId
  return {
    meetingId,
    actorId: alice,
    at: 1_795_000_000_000 + seq,
    events: [
      {
        stream: 'room/r1',
        seq,
        at: 1_795_000_000_000 + seq,
        type: 'message.posted',
        messageId: `message${seq}` as MessageId,
        authorId: alice,
        contentId,
      },
    ],
    content: [{ contentId, text: `¿Qué pasó el día ${seq}? 🕊`, language: 'es' }],
    ...more,
  }
}

export function update(text: string, document: UpdateRow['document'] = 'case/c1'): UpdateRow {
  return { document, participantId: alice, clientId: 7, bytes: new TextEncoder().encode(text), at: 1_795_000_000_000 }
}

export function compaction(state: string, madeOf: number[], at: number): Compaction {
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  const snapshot = { bytes: bytesOf(state), authors: bytesOf(`authors of ${state}`) }
  return { document: 'case/c1', snapshot, segment: bytesOf(`log of ${state}`), madeOf, at }
}

export async function* piecewise(pieces: Uint8Array[]) {
  yield* pieces
}

export const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** Rows with their bytes as numbers: one driver gives them as a Buffer, another as a plain array. */
export function withBytes<T extends { bytes: Uint8Array }>(rows: T[] = []) {
  return rows.map((row) => ({ ...row, bytes: [...row.bytes] }))
}
