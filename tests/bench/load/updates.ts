/** What is inside sync and awareness messages, read without building anything: which edits and which states they bring. */
import * as Y from 'yjs'
import { ByteReader } from './ByteReader.ts'

/** What Yjs calls the content of an item; text editing makes only these two, and garbage. */
const garbage = 0
const deletedContent = 1
const stringContent = 4
/** Bits of an item's first byte. */
const hasLeftOrigin = 0x80
const hasRightOrigin = 0x40
const hasParentKey = 0x20
const contentBits = 0x1f

export type ReportRange = (clientId: number, fromClock: number, toClock: number) => void
export type ReportState = (clientId: number, clock: number) => void

const reader = new ByteReader()

/** Reports each (client, from, to) of an update; what text editing does not make is left to Yjs' own reader. */
export function readUpdate(bytes: Uint8Array, start: number, end: number, report: ReportRange): void {
  reader.reset(bytes, start)
  for (let clients = reader.varUint(); clients > 0; clients--) {
    let items = reader.varUint()
    const clientId = reader.varUint()
    const from = reader.varUint()
    let clock = from
    for (; items > 0; items--) {
      const length = readItem()
      if (length === null) {
        reportByYjs(bytes.subarray(start, end), report)
        return
      }
      clock += length
    }
    report(clientId, from, clock)
  }
}

/** Its length in clock ticks; null when it is nothing that text editing makes. */
function readItem(): number | null {
  const info = reader.byte()
  const content = info & contentBits
  if (content === garbage) return reader.varUint()
  if (info & hasLeftOrigin) skipId()
  if (info & hasRightOrigin) skipId()
  if (!(info & (hasLeftOrigin | hasRightOrigin))) {
    const parentIsNamed = reader.varUint() === 1
    if (parentIsNamed) reader.skipBytes()
    else skipId()
    if (info & hasParentKey) reader.skipBytes()
  }
  if (content === deletedContent) return reader.varUint()
  // The load types ASCII: a character is a byte and a tick.
  if (content === stringContent) return reader.skipBytes()
  return null
}

function skipId(): void {
  reader.varUint()
  reader.varUint()
}

function reportByYjs(update: Uint8Array, report: ReportRange): void {
  const { from, to } = Y.parseUpdateMeta(new Uint8Array(update))
  for (const [clientId, end] of to) report(clientId, from.get(clientId) ?? 0, end)
}

/** Reports each entry of an awareness message. */
export function readAwareness(bytes: Uint8Array, start: number, report: ReportState): void {
  reader.reset(bytes, start)
  for (let entries = reader.varUint(); entries > 0; entries--) {
    const clientId = reader.varUint()
    const clock = reader.varUint()
    reader.skipBytes()
    report(clientId, clock)
  }
}
