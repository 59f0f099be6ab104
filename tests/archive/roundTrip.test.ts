/** Whatever people did: a meeting that leaves one instance and arrives at another is the same meeting there. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { LiveMeeting } from '../../server/proceedings/LiveMeeting.ts'
import type { Proceedings } from '../../server/proceedings/Proceedings.ts'
import type { DocumentName, InvitationId, MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import { everything, liveOf, perform } from '../proceedings/performing.ts'
import { script } from '../proceedings/scripts.ts'
import { type Instance, openInstance, writeTogether } from './ground.ts'

let from: Instance
let to: Instance
beforeAll(async () => {
  from = await openInstance()
  to = await openInstance()
})
afterAll(async () => {
  await from.close()
  await to.close()
})

const writing = fc.record({
  words: fc.array(fc.tuple(fc.nat({ max: 7 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })), {
    minLength: 1,
    maxLength: 12,
  }),
  compacted: fc.nat({ max: 12 }),
})

/** Words, who wrote each of them, and the states that were kept: as a server that starts has them. */
async function documentsOf(instance: Instance, names: DocumentName[]) {
  const hub = instance.hub()
  return Promise.all(
    names.map(async (name) => {
      const doc = await instance.document(name)
      const text = doc.getText('text:facts.summary').toString()
      const versions = await hub.history.versions(name)
      const states = await Promise.all(versions.map(({ versionId }) => hub.history.stateOf(name, versionId)))
      const segments = await instance.storage.documents.segments(name)
      const kept = { authors: await hub.authors(name), versions, states, segments }
      return { name, vector: Y.encodeStateVector(doc), text, cards: doc.getMap('cards').toJSON(), ...kept }
    }),
  )
}

/** One link that nobody has used yet and one that carries all that an invitation can say. */
async function inviteTwo(node: Proceedings, meetingId: MeetingId, live: LiveMeeting): Promise<void> {
  const organizer = (Object.keys(live.meeting.members) as ParticipantId[]).find((id) => live.roleOf(id) === 'organizer')
  if (organizer === undefined || live.meeting.status === 'closed') return
  const details = { role: 'observer', name: 'Zoé', country: 'PA', agency: 'ag-io', language: 'fr' } as const
  const invitations = [{ role: 'participant' } as const, details].map((invited) => ({
    invitationId: from.chance.id() as InvitationId,
    tokenHash: from.chance.secret(),
    details: invited,
  }))
  await node.invite(meetingId, organizer, invitations)
}

/** Stable: the order within a document stays and is compared. */
function byDocument<T extends { document: string }>(rows: T[] = []): T[] {
  return rows.toSorted((a, b) => a.document.localeCompare(b.document))
}

test('an archive imports to an equal meeting: streams, names, texts, documents and their authors', async () => {
  const carried = { attachments: 0, segments: 0, versions: 0, deposits: 0 }
  let accepted = 0
  const property = fc.asyncProperty(script, fc.array(writing, { maxLength: 5 }), async (steps, writings) => {
    const node = from.node()
    const { meetingId, organizerId } = await from.found(node, 'case-digest')
    const people = [organizerId]
    for (const step of steps) await perform(from, node, meetingId, people, step)
    await inviteTwo(node, meetingId, await liveOf(node, meetingId))
    const live = await liveOf(node, meetingId)
    const names: DocumentName[] = [
      ...Object.keys(live.meeting.cases).map((id): DocumentName => `case/${id}`),
      ...Object.keys(live.meeting.boards).map((id): DocumentName => `board/${id}`),
    ]
    // Of those who knocked, some were not let in and are nobody here.
    const writers = [...live.people.keys()] as ParticipantId[]
    for (const [at, { words, compacted }] of writings.entries()) {
      const name = names[at]
      const said = words.map(([by, text]) => ({ by: writers[by % writers.length] as ParticipantId, text }))
      if (name) await writeTogether(from, name, said, compacted)
    }

    const present = [...(await liveOf(node, meetingId)).people.keys()] as ParticipantId[]
    for (const participantId of present) {
      await from.storage.attendance.attend(meetingId, { participantId, day: '2026-03-10' })
    }
    const archive = await from.archives.export(meetingId)
    const imported = await to.archives.import(archive)
    expect(imported.meetingId).toBe(meetingId)
    const arrived = await liveOf(to.node(), meetingId)
    expect(everything(arrived, people)).toEqual(everything(await liveOf(from.node(), meetingId), people))
    expect(arrived.roleOf(imported.participantId)).toBe('organizer')
    expect(await documentsOf(to, names)).toEqual(await documentsOf(from, names))

    const left = await from.storage.archives.collect(meetingId)
    const come = await to.storage.archives.collect(meetingId)
    expect(byDocument(come?.updates)).toEqual(byDocument(left?.updates))
    expect(byDocument(come?.snapshots)).toEqual(byDocument(left?.snapshots))
    expect(come?.events).toEqual(left?.events)
    for (const part of Object.keys(carried) as (keyof typeof carried)[]) carried[part] += left?.[part].length ?? 0
    expect(come?.attachments).toEqual(left?.attachments)
    expect(byDocument(come?.segments)).toEqual(byDocument(left?.segments))
    expect(byDocument(come?.versions)).toEqual(byDocument(left?.versions))
    expect(byDocument(come?.deposits)).toEqual(byDocument(left?.deposits))
    accepted += left?.events.filter(({ type }) => type === 'deposit.accepted').length ?? 0
    expect(come?.attendance).toHaveLength(present.length)
    expect(Buffer.compare(await to.archives.export(meetingId), archive)).toBe(0)
  })
  await fc.assert(property, { seed: 20260312, numRuns: 25 })
  expect(Math.min(...Object.values(carried), accepted)).toBeGreaterThan(0)
}, 90_000)

test('a code that is taken is replaced, in the history too, and everything else stays', async () => {
  const node = from.node()
  const { meetingId } = await from.found(node)
  const { moderators } = await liveOf(node, meetingId)
  const code = moderators.code ?? ''
  const other = await openInstance()
  try {
    await other.storage.proceedings.append({
      meetingId: 'elsewhere' as typeof meetingId,
      actorId: 'somebody' as ParticipantId,
      at: 1,
      events: [],
      content: [],
      meeting: { code },
    })
    await other.archives.import(await from.archives.export(meetingId))
    const arrived = await liveOf(other.node(), meetingId)
    expect(arrived.moderators.code).not.toBe(code)
    expect(await other.storage.access.meetingByCode(arrived.moderators.code ?? '')).toBe(meetingId)
    expect(arrived.moderators).toEqual({ ...moderators, code: arrived.moderators.code })
  } finally {
    await other.close()
  }
})
