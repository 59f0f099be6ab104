/**
 * Whether a file is what it claims to be, by its bytes. Kinds with a signature are told by the library `file-type`; a
 * text has none, so it is one when it holds nothing that no text holds, in whatever encoding a spreadsheet saved it.
 */
import { fileTypeFromFile } from 'file-type'
import type { AttachmentMediaType } from '../../shared/contracts/attachmentKinds.ts'
import type { IncomingFile } from './incomingFile.ts'

export async function isOfKind(file: IncomingFile, claimed: AttachmentMediaType): Promise<boolean> {
  if (claimed === 'text/plain' || claimed === 'text/csv') return isText(file)
  const found = await fileTypeFromFile(file.path)
  return found?.mime === claimed
}

/** Bytes that stand in no text: control characters but for tab, line feed, form feed and carriage return. */
const allowedControls = new Set([0x09, 0x0a, 0x0c, 0x0d])
const byteOrderMark = [0xef, 0xbb, 0xbf]
const lessThan = '<'.charCodeAt(0)

async function isText({ chunks }: IncomingFile): Promise<boolean> {
  let hasBegun = false
  for await (const chunk of chunks()) {
    if (chunk.some((byte) => byte < 0x20 && !allowedControls.has(byte))) return false
    const first = chunk.find((byte) => byte > 0x20 && !byteOrderMark.includes(byte))
    // Markup begins like this: HTML and SVG under another name.
    if (!hasBegun && first === lessThan) return false
    hasBegun ||= first !== undefined
  }
  return true
}
