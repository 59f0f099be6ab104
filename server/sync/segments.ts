/**
 * History segments: the log rows that a compaction took out, with who delivered each and when, packed into one value.
 * Opening a document never reads them; they answer who wrote and deleted what, and prove the snapshot.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import type { Packing } from '../platform/packing.ts'
import type { LoggedUpdate } from './ports.ts'

/** First byte of a segment: what follows is written as below. */
const format = 1

export async function encodeSegment(updates: LoggedUpdate[], { pack }: Packing): Promise<Uint8Array> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, format)
  encoding.writeVarUint(encoder, updates.length)
  for (const { participantId, clientId, at, bytes } of updates) {
    encoding.writeVarString(encoder, participantId ?? '')
    // No client id is 0, others are one more.
    encoding.writeVarUint(encoder, clientId === null ? 0 : clientId + 1)
    encoding.writeVarUint(encoder, at)
    encoding.writeVarUint8Array(encoder, bytes)
  }
  return pack(encoding.toUint8Array(encoder))
}

/** Throws when the bytes are no segment. */
export async function decodeSegment(segment: Uint8Array, { unpack }: Packing): Promise<LoggedUpdate[]> {
  const decoder = decoding.createDecoder(await unpack(segment))
  const version = decoding.readVarUint(decoder)
  if (version !== format) throw new Error(`history segment of format ${version}`)
  const count = decoding.readVarUint(decoder)
  const updates: LoggedUpdate[] = []
  for (let index = 0; index < count; index++) {
    const participantId = decoding.readVarString(decoder)
    const clientId = decoding.readVarUint(decoder)
    const at = decoding.readVarUint(decoder)
    updates.push({
      participantId: participantId === '' ? null : (participantId as ParticipantId),
      clientId: clientId === 0 ? null : clientId - 1,
      at,
      bytes: decoding.readVarUint8Array(decoder).slice(),
    })
  }
  return updates
}
