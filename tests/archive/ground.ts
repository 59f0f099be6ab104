/** Archives over a real database in a folder of its own: an instance that meetings leave and another that they reach. */
import * as Y from 'yjs'
import { freeCode } from '../../server/access/Founding.ts'
import { hashOf } from '../../server/access/secrets.ts'
import { MeetingArchives } from '../../server/archive/MeetingArchives.ts'
import { deflating, deflatingFromOutside } from '../../server/platform/packing.ts'
import { documentForms } from '../../server/storage/documentForms.ts'
import { assemble } from '../../server/sync/assemble.ts'
import { Hub } from '../../server/sync/Hub.ts'
import { encodeSegment } from '../../server/sync/segments.ts'
import type { DocumentName, InvitationId, ParticipantId } from '../../shared/contracts/ids.ts'
import { silent } from '../support/handDriven.ts'
import { type Ground, openGround } from '../support/proceedings.ts'

export interface Instance extends Ground {
  archives: MeetingArchives
  document(name: DocumentName): Promise<Y.Doc>
  /** A hub of its own over what is stored, as a server that starts has it. */
  hub(): Hub
}

/** When all archives of these tests are made. */
export const exportedAt = Date.UTC(2026, 2, 12)

export async function openInstance(): Promise<Instance> {
  const ground = await openGround()
  const { storage, chance } = ground
  const cancel = () => undefined
  const clock = { now: () => exportedAt, after: () => ({ cancel }), every: () => ({ cancel }) }
  const archives = new MeetingArchives({
    store: storage.archives,
    forms: documentForms(deflatingFromOutside),
    clock,
    doors: {
      freeCode: (wanted) => freeCode(storage.access, chance, wanted),
      newSecret() {
        const secret = chance.secret()
        return { secret, hash: hashOf(secret) }
      },
      // Not one of the ids that the other instance counts, too.
      newInvitationId: () => `arrived-${chance.id()}` as InvitationId,
    },
  })
  return {
    ...ground,
    archives,
    hub: () => new Hub({ store: storage.documents, clock, chance, packing: deflating, report: silent }),
    async document(name) {
      const doc = new Y.Doc()
      const { snapshot, updates } = await storage.documents.load(name)
      for (const bytes of [...(snapshot ? [snapshot.bytes] : []), ...updates.map((update) => update.bytes)]) {
        Y.applyUpdate(doc, bytes)
      }
      return doc
    },
  }
}

/**
 * Several people write into one document, each under a client id of their own. What the first `compacted` of them wrote
 * becomes a snapshot with its history, and is kept as a version, too.
 */
export async function writeTogether(
  { storage, chance }: Instance,
  document: DocumentName,
  words: { by: ParticipantId; text: string }[],
  compacted: number,
): Promise<void> {
  const doc = new Y.Doc()
  const frames: Uint8Array[] = []
  doc.on('update', (frame: Uint8Array) => frames.push(frame))
  for (const [at, { by, text }] of words.entries()) {
    const clientId = 1 + words.findIndex((word) => word.by === by)
    doc.clientID = clientId
    doc.getText('text:facts.summary').insert(0, text)
    doc.getMap('cards').set(`card${at}`, by)
    const bytes = Y.mergeUpdates(frames.splice(0))
    await storage.documents.append([{ document, participantId: by, clientId, bytes, at: exportedAt - 1_000 + at }])
    if (at + 1 !== compacted) continue
    const stored = await storage.documents.load(document)
    const madeOf = stored.updates.map(({ id }) => id)
    const state = Y.encodeStateAsUpdate(doc)
    const snapshot = { bytes: state, authors: assemble(document, stored).authorship.encode() }
    const segment = await encodeSegment(stored.updates, deflating)
    await storage.documents.compact({ document, snapshot, segment, madeOf, at: exportedAt - 500 })
    const version = { versionId: chance.id(), document, kind: 'named', name: text, participantId: by } as const
    await storage.documents.addVersion({ ...version, at: exportedAt - 500, packed: await deflating.pack(state) })
  }
}
