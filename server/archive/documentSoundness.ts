/**
 * Whether the documents of an archive are those of its meeting, and whether the hub could read all that comes of them:
 * states, updates, history, versions, and words that wait for a moderator. By people who are known, or by nobody.
 */
import * as Y from 'yjs'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import type { ModeratorsState } from '../../shared/proceedings/state.ts'
import type { ArchivedEvent, ArchivedMeeting } from './archivedMeeting.ts'
import type { DocumentForms } from './ports.ts'
import { unsound } from './unsound.ts'

type Piece = { participantId: ParticipantId | null; bytes: Uint8Array }

/** Throws the problem that names the document. */
export async function requireDocuments(
  archived: ArchivedMeeting,
  moderators: ModeratorsState,
  forms: DocumentForms,
): Promise<void> {
  const { documents, snapshots, updates, segments, versions, deposits } = archived
  requireCreated(archived)
  requireWaiting(archived, moderators)
  const named = new Set<DocumentName>(documents.map(({ document }) => document))
  const stray = [snapshots, updates, segments, versions, deposits].flat().find(({ document }) => !named.has(document))
  if (stray) throw unsound(`${stray.document} is not one of its documents`)

  const known = new Set(archived.participants.map(({ participantId }) => participantId))
  const require = (document: DocumentName, { participantId, bytes }: Piece) => {
    if (participantId !== null && !known.has(participantId)) throw unsound(`a part of ${document} is by nobody`)
    requireUpdate(document, bytes, forms)
  }
  for (const row of [...updates, ...deposits]) require(row.document, row)
  for (const { document, bytes, authors } of snapshots) {
    require(document, { participantId: null, bytes })
    const people = authors ? await readable(document, async () => forms.peopleIn(authors)) : []
    if (people.some((participantId) => !known.has(participantId))) throw unsound(`a part of ${document} is by nobody`)
  }
  for (const { document, bytes } of segments) {
    for (const row of await readable(document, () => forms.updatesIn(bytes))) require(document, row)
  }
  for (const { document, participantId, bytes } of versions) {
    require(document, { participantId, bytes: await readable(document, () => forms.stateIn(bytes)) })
  }
}

function requireCreated({ events, documents }: ArchivedMeeting): void {
  const created = new Set(events.flatMap(documentsOf))
  const isForeign = documents.some(({ document }) => !created.has(document))
  if (isForeign || documents.length !== created.size) {
    throw unsound('its documents are not those that its events created')
  }
}

function documentsOf(event: ArchivedEvent): DocumentName[] {
  if (event.type === 'case.created') return [`case/${event.caseId}`]
  return event.type === 'board.created' ? [`board/${event.boardId}`] : []
}

/** A moderator decides on what the events say is waiting: that, and nothing else, has to be there. */
function requireWaiting({ deposits }: ArchivedMeeting, { deposits: waiting }: ModeratorsState): void {
  const fits = deposits.every(({ depositId, document, participantId }) => {
    const expected = Object.hasOwn(waiting, depositId) ? waiting[depositId] : undefined
    return expected?.document === document && expected.participantId === participantId
  })
  if (!fits || deposits.length !== Object.keys(waiting).length) {
    throw unsound('the words that wait are not those that its events tell of')
  }
}

/** A document that cannot be applied would never open again. */
function requireUpdate(document: DocumentName, bytes: Uint8Array, forms: DocumentForms): void {
  const doc = new Y.Doc()
  try {
    forms.requireReadable(bytes)
    Y.applyUpdate(doc, bytes)
  } catch {
    throw unreadable(document)
  } finally {
    doc.destroy()
  }
}

async function readable<T>(document: DocumentName, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch {
    throw unreadable(document)
  }
}

function unreadable(document: DocumentName) {
  return unsound(`a part of ${document} cannot be read`)
}
