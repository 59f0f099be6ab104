/** CRC-32 of stored bytes: finds what a disk, a cable or a careless hand has changed. No protection from malice. */
import { crc32 } from 'node:zlib'
import type { DocumentName } from '../../shared/contracts/ids.ts'
import { CorruptDocument } from '../sync/ports.ts'

export function checksumOf(...parts: Uint8Array[]): number {
  return parts.reduce((sum, part) => crc32(part, sum), 0)
}

/** Gives the bytes back; throws CorruptDocument when they are not those that were written. */
export function verified<T extends { bytes: Uint8Array; checksum: number | null; authors?: Uint8Array | null }>(
  document: DocumentName,
  what: string,
  row: T,
): T {
  if (row.checksum === null) return row
  const parts = row.authors ? [row.bytes, row.authors] : [row.bytes]
  if (checksumOf(...parts) === Number(row.checksum)) return row
  throw new CorruptDocument(document, `the checksum of ${what} does not hold`)
}
