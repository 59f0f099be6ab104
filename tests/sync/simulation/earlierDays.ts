/** Documents that were written on earlier days, in many small rows: what compaction is for. */
import * as Y from 'yjs'
import type { DocumentName, ParticipantId } from '../../../shared/contracts/ids.ts'
import type { Disk } from './Disk.ts'
import { edit, emptyDoc } from './edits.ts'
import type { Ledger } from './Ledger.ts'

const kinds = ['type', 'addCard', 'addParagraph', 'typeInParagraph'] as const

/** Puts rows on the disk, and what they say in the ledger as saved. */
export function writeEarlier(disk: Disk, ledger: Ledger, document: DocumentName, clientId: number, rows: number): void {
  const doc = emptyDoc()
  doc.clientID = clientId
  for (let row = 0; row < rows; row++) {
    const before = Y.encodeStateVector(doc)
    const token = `${document[0]}${clientId}.${row};`
    ledger.record(document, edit(doc, kinds[row % kinds.length] ?? 'type', row, token))
    const bytes = Y.encodeStateAsUpdate(doc, before)
    ledger.recordUpdate(document, bytes)
    ledger.confirm({ written: [token], removed: [] })
    disk.append([{ document, participantId: 'earlier' as ParticipantId, clientId, bytes, at: 0 }])
  }
}
