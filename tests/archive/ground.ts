/** Archives over a real database in a folder of its own: an instance that meetings leave and another that they reach. */
import * as Y from 'yjs'
import { freeCode } from '../../server/access/Founding.ts'
import { hashOf } from '../../server/access/secrets.ts'
import { MeetingArchives } from '../../server/archive/MeetingArchives.ts'
import type { DocumentName, InvitationId, ParticipantId } from '../../shared/contracts/ids.ts'
import { type Ground, openGround } from '../support/proceedings.ts'

export interface Instance extends Ground {
  archives: MeetingArchives
  document(name: DocumentName): Promise<Y.Doc>
}

/** When all archives of these tests are made. */
export const exportedAt = Date.UTC(2026, 2, 12)

export async function openInstance(): Promise<Instance> {
  const ground = await openGround()
  const { storage, chance } = ground
  const cancel = () => undefined
  const archives = new MeetingArchives({
    store: storage.archives,
    clock: { now: () => exportedAt, after: () => ({ cancel }), every: () => ({ cancel }) },
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

/** Several people write into one document; what the first `compacted` of them wrote becomes a snapshot. */
export async function writeTogether(
  { storage }: Instance,
  document: DocumentName,
  words: { by: ParticipantId; text: string }[],
  compacted: number,
): Promise<void> {
  const doc = new Y.Doc()
  doc.clientID = 1
  const frames: Uint8Array[] = []
  doc.on('update', (frame: Uint8Array) => frames.push(frame))
  for (const [at, { by, text }] of words.entries()) {
    doc.getText('text:facts.summary').insert(0, text)
    doc.getMap('cards').set(`card${at}`, by)
    const bytes = Y.mergeUpdates(frames.splice(0))
    await storage.documents.append([{ document, participantId: by, clientId: 1, bytes, at: exportedAt - 1_000 + at }])
    if (at + 1 !== compacted) continue
    const { updates } = await storage.documents.load(document)
    const madeOf = updates.map(({ id }) => id)
    const snapshot = { bytes: Y.encodeStateAsUpdate(doc), authors: new Uint8Array([0]) }
    const segment = new Uint8Array([at])
    await storage.documents.compact({ document, snapshot, segment, madeOf, at: exportedAt - 500 })
  }
}
