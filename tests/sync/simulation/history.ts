/** What the disk keeps of a document's past has to lead to its present [PE6] [AU4] [VE1]. */
import type * as Y from 'yjs'
import { Authorship } from '../../../server/sync/Authorship.ts'
import { applyAsWritten } from '../../../server/sync/applyAsWritten.ts'
import type { LoggedUpdate } from '../../../server/sync/ports.ts'
import { decodeSegment } from '../../../server/sync/segments.ts'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { packing } from '../../support/handDriven.ts'
import type { Disk } from './Disk.ts'
import { emptyDoc } from './edits.ts'
import { Violation } from './Violation.ts'

/** Every update that was ever committed, from the segments and from the rows that are in none yet, folded again. */
export async function foldHistory(disk: Disk, name: DocumentName): Promise<{ doc: Y.Doc; authorship: Authorship }> {
  const log: LoggedUpdate[] = []
  for (const { document, segment } of disk.segments) {
    if (document === name) log.push(...(await decodeSegment(segment, packing)))
  }
  log.push(...disk.load(name).updates)
  const doc = emptyDoc()
  const authorship = new Authorship()
  for (const update of log) {
    applyAsWritten(doc, update.bytes)
    authorship.note(update)
  }
  return { doc, authorship }
}

/** A version is a whole state, whatever it was made in the middle of. */
export async function judgeVersions(disk: Disk, name: DocumentName): Promise<void> {
  for (const { document, packed } of disk.versions) {
    if (document !== name) continue
    const { store } = emptyDocWith(await packing.unpack(packed))
    if (store.pendingStructs || store.pendingDs) throw new Violation('VE1: a version lacks something')
  }
}

function emptyDocWith(state: Uint8Array): Y.Doc {
  const doc = emptyDoc()
  applyAsWritten(doc, state)
  return doc
}
