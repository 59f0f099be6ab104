/**
 * What every storage owes the houses that use it. Run against each engine by the tests beside this file; a double that
 * passes it may stand in for them.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Storage } from '../../server/storage/openStorage.ts'
import type {
  AttachmentId,
  ContentId,
  DepositId,
  InvitationId,
  MeetingId,
  ParticipantId,
} from '../../shared/contracts/ids.ts'
import { attachmentContract } from './attachmentContract.ts'
import { alice, bob, compaction, meetingId, message, piecewise, textOf, update, withBytes } from './samples.ts'

/** `open` gives an empty storage each time. */
export function storageContract(open: () => Promise<Storage>): void {
  let storage: Storage
  beforeEach(async () => {
    storage = await open()
  })
  afterEach(() => storage.close())

  test('a meeting that was never written is not there', async () => {
    expect(await storage.proceedings.loadMeeting('none' as MeetingId)).toBeNull()
    expect(await storage.access.meetingByCode('NONE')).toBeNull()
    expect(await storage.meetingOfDocument('case/none')).toBeNull()
  })

  test('what was appended is loaded as it was, with its times, people and texts', async () => {
    const person = { participantId: bob, name: 'Bob O’Hara', country: 'PA', language: 'pt' as const }
    const first = message(1, { participants: [person], meeting: { code: 'K7M4PX' }, documents: ['case/c1'] })
    await storage.proceedings.append(first)
    await storage.proceedings.append(message(2))
    const record = await storage.proceedings.loadMeeting(meetingId)
    expect(record?.events).toEqual([...first.events, ...message(2).events])
    expect(record?.participants).toEqual([person])
    expect(record?.content.get('text2')).toEqual({ text: '¿Qué pasó el día 2? 🕊', language: 'es' })
    expect(await storage.access.meetingByCode('K7M4PX')).toBe(meetingId)
    expect(await storage.meetingOfDocument('case/c1')).toBe(meetingId)
  })

  test('of appends that want one sequence number exactly one is written', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => {
        const contentId = `by${index}` as ContentId
        return storage.proceedings.append(message(1, { content: [{ contentId, text: `by ${index}` }] }))
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'raced')).toHaveLength(7)
    expect((await storage.proceedings.loadMeeting(meetingId))?.content.size).toBe(1)
  })

  test('a command id is written once, and its first answer is kept', async () => {
    const answer = [{ stream: 'room/r1' as const, seq: 1 }]
    const command = { commandId: 'c1', answer }
    expect(await storage.proceedings.append(message(1, { command }))).toBe('appended')
    expect(await storage.proceedings.append(message(2, { command }))).toBe('repeated')
    expect(await storage.proceedings.answerOf(meetingId, alice, 'c1')).toEqual(answer)
    expect(await storage.proceedings.answerOf(meetingId, bob, 'c1')).toBeNull()
    expect(await storage.proceedings.eventsAfter('room/r1', 0, 10)).toHaveLength(1)
  })

  test('history is paged in both directions', async () => {
    for (let seq = 1; seq <= 7; seq++) await storage.proceedings.append(message(seq))
    const seqs = (events: { seq: number }[]) => events.map((event) => event.seq)
    expect(seqs(await storage.proceedings.eventsAfter('room/r1', 2, 3))).toEqual([3, 4, 5])
    expect(seqs(await storage.proceedings.messagesBefore('room/r1', 6, 3))).toEqual([5, 4, 3])
    const refs = [1, 9, 4].map((seq) => ({ stream: 'room/r1' as const, seq }))
    expect(seqs(await storage.proceedings.eventsAt(refs))).toEqual([1, 4])
  })

  test('seats are found by token and by session, oldest first, and end with their person', async () => {
    await storage.access.addSession('browser', 1)
    expect([await storage.access.hasSession('browser'), await storage.access.hasSession('other')]).toEqual([
      true,
      false,
    ])
    for (const [participantId, tokenHash] of [
      [alice, 'a'],
      [bob, 'b'],
    ] as const) {
      await storage.access.addSeat({ participantId, meetingId, tokenHash, sessionHash: 'browser' }, 1)
    }
    expect(await storage.access.seatByToken('b')).toEqual({ participantId: bob, meetingId })
    expect((await storage.access.seatsOfSession('browser')).map((seat) => seat.participantId)).toEqual([alice, bob])
    await storage.proceedings.append(message(1, { revoked: [bob] }))
    expect(await storage.access.seatByToken('b')).toBeNull()
    expect(await storage.access.seatsOfSession('browser')).toHaveLength(1)
  })

  test('an invitation keeps its details and is bound to one person', async () => {
    const invitationId = 'i1' as InvitationId
    const details = { role: 'rapporteur' as const, function: 'chair' as const, name: 'Noemí', country: 'CR' }
    await storage.proceedings.append(message(1, { invitations: [{ invitationId, tokenHash: 't', details }] }))
    expect(await storage.access.invitationByToken('t')).toEqual({
      invitationId,
      meetingId,
      details,
      participantId: null,
    })
    const use = (participantId: ParticipantId) => ({ usedInvitation: { invitationId, participantId } })
    expect(await storage.proceedings.append(message(2, use(alice)))).toBe('appended')
    expect(await storage.proceedings.append(message(3, use(bob)))).not.toBe('appended')
    expect((await storage.access.invitationByToken('t'))?.participantId).toBe(alice)
  })

  test('a document’s updates come back in order, byte for byte, and no other document’s', async () => {
    const bytes = new Uint8Array([0, 255, 1, 128, 0])
    await storage.documents.append([{ ...update('one'), bytes }, update('other', 'case/c2'), update('two')])
    await storage.documents.append([update('three')])
    const { snapshot, updates } = await storage.documents.load('case/c1')
    expect(snapshot).toBeNull()
    expect([...(updates[0]?.bytes ?? [])]).toEqual([...bytes])
    expect(updates.slice(1).map((row) => textOf(row.bytes))).toEqual(['two', 'three'])
    expect(await storage.documents.load('case/none')).toEqual({ snapshot: null, updates: [] })
  })

  test('a snapshot takes the place of the rows that it was made of, and of no others', async () => {
    await storage.documents.append([update('one'), update('two')])
    const { updates } = await storage.documents.load('case/c1')
    await storage.documents.append([update('three')])
    const madeOf = updates.map((row) => row.id)
    await storage.documents.compact(compaction('one and two', madeOf, 1))
    const after = await storage.documents.load('case/c1')
    expect(after.snapshot && textOf(after.snapshot.bytes)).toBe('one and two')
    expect(after.updates.map((row) => textOf(row.bytes))).toEqual(['three'])
    await storage.documents.compact(compaction('all', [after.updates[0]?.id ?? 0], 2))
    const last = await storage.documents.load('case/c1')
    expect([last.snapshot && textOf(last.snapshot.bytes), last.updates]).toEqual(['all', []])
  })

  test('a compaction keeps the authors beside the state and the log as a segment, oldest first', async () => {
    await storage.documents.append([update('one')])
    await storage.documents.compact(compaction('first', [], 1))
    await storage.documents.compact(compaction('second', [], 2))
    const { snapshot } = await storage.documents.load('case/c1')
    expect(snapshot?.authors && textOf(snapshot.authors)).toBe('authors of second')
    const segments = await storage.documents.segments('case/c1')
    expect(segments.map(textOf)).toEqual(['log of first', 'log of second'])
    expect(await storage.documents.segments('case/c2')).toEqual([])
  })

  test('an update says who delivered it and under which client id, however large that is', async () => {
    const largest = 2 ** 32 - 1
    await storage.documents.append([
      { ...update('one'), clientId: largest },
      { ...update('two'), clientId: null },
    ])
    const { updates } = await storage.documents.load('case/c1')
    expect(updates.map(({ participantId, clientId }) => [participantId, clientId])).toEqual([
      [alice, largest],
      [alice, null],
    ])
  })

  test('versions are listed newest first and opened by document and id', async () => {
    const packed = new TextEncoder().encode('state')
    const version = { document: 'case/c1', kind: 'automatic', name: null, participantId: null, packed } as const
    await storage.documents.addVersion({ ...version, versionId: 'v1', at: 1 })
    await storage.documents.addVersion({
      ...version,
      versionId: 'v3',
      at: 3,
      kind: 'named',
      name: 'Antes del café',
      participantId: bob,
    })
    await storage.documents.addVersion({ ...version, versionId: 'v2', at: 2, document: 'case/c2' })
    expect(await storage.documents.versions('case/c1')).toEqual([
      { versionId: 'v3', kind: 'named', name: 'Antes del café', participantId: bob, at: 3 },
      { versionId: 'v1', kind: 'automatic', name: null, participantId: null, at: 1 },
    ])
    const state = await storage.documents.version('case/c1', 'v3')
    expect(state && textOf(state)).toBe('state')
    expect(await storage.documents.version('case/c1', 'v2')).toBeNull()
  })

  test('a thousand rows are one commit', async () => {
    await storage.documents.append(Array.from({ length: 1_000 }, (_, index) => update(`${index}`)))
    const { updates } = await storage.documents.load('case/c1')
    expect(updates.map((row) => textOf(row.bytes))).toEqual(Array.from({ length: 1_000 }, (_, index) => `${index}`))
  })

  test('it answers while it is open', async () => {
    await expect(storage.ping()).resolves.toBeUndefined()
  })

  test('the links of a meeting that nobody has used are listed with what they say', async () => {
    const details = { role: 'observer' as const, name: 'Zoé', country: 'HT' }
    const links = ['i1', 'i2'].map((id) => ({ invitationId: id as InvitationId, tokenHash: id, details }))
    await storage.proceedings.append(message(1, { invitations: links }))
    const usedInvitation = { invitationId: 'i1' as InvitationId, participantId: bob }
    await storage.proceedings.append(message(2, { usedInvitation }))
    expect(await storage.access.unusedInvitations(meetingId)).toEqual([
      { invitationId: 'i2', meetingId, participantId: null, details },
    ])
    expect(await storage.access.unusedInvitations('none' as MeetingId)).toEqual([])
  })

  test('a day of somebody is noted once, however often it is written', async () => {
    await storage.attendance.attend(meetingId, { participantId: bob, day: '2026-03-10' })
    await storage.attendance.attend(meetingId, { participantId: bob, day: '2026-03-10' })
    await storage.attendance.attend(meetingId, { participantId: bob, day: '2026-03-11' })
    await storage.attendance.attend('m2' as MeetingId, { participantId: alice, day: '2026-03-11' })
    const days = await storage.attendance.attendanceOf(meetingId)
    expect(days.map(({ participantId, day }) => `${participantId} ${day}`).toSorted()).toEqual([
      'bob 2026-03-10',
      'bob 2026-03-11',
    ])
  })

  attachmentContract(() => storage)

  test('a meeting is collected whole, and restored where it is not', async () => {
    const person = { participantId: bob, name: 'Bob O’Hara', agency: 'ag-io' }
    const attachmentId = 'f1' as AttachmentId
    const invited = { invitationId: 'i1' as InvitationId, tokenHash: 'hash', details: { role: 'observer' as const } }
    await storage.proceedings.append(
      message(1, {
        participants: [person],
        meeting: { code: 'K7M4PX' },
        documents: ['case/c1'],
        invitations: [invited],
        attachments: [{ attachmentId, chunks: () => piecewise([new Uint8Array([1, 2]), new Uint8Array([3])]) }],
      }),
    )
    await storage.attendance.attend(meetingId, { participantId: bob, day: '2026-03-10' })
    await storage.documents.append([update('one'), { ...update('two'), participantId: bob }])
    const first = (await storage.documents.load('case/c1')).updates.slice(0, 1).map(({ id }) => id)
    await storage.documents.compact(compaction('snapshot', first, 7))
    const named = { kind: 'named' as const, name: 'Antes del almuerzo', participantId: bob, at: 8 }
    const version = { ...named, versionId: 'v1', document: 'case/c1' as const }
    await storage.documents.addVersion({ ...version, packed: new Uint8Array([7]) })
    const late = { document: 'case/c1' as const, participantId: bob }
    for (const [seq, depositId] of (['d1', 'd2', 'd3'] as DepositId[]).entries()) {
      const deposit = { depositId, ...late, update: new Uint8Array([seq]) }
      await storage.proceedings.append(message(seq + 2, { deposit }))
    }
    const decided = [{ depositId: 'd1' as DepositId, isAccepted: true }]
    await storage.proceedings.append(message(5, { decided }))
    const collected = await storage.archives.collect(meetingId)
    expect(withBytes(collected?.segments)).toEqual([
      { document: 'case/c1', at: 7, bytes: [...compaction('snapshot', [], 7).segment] },
    ])
    expect(withBytes(collected?.versions)).toEqual([{ ...version, bytes: [7] }])
    expect(withBytes(collected?.deposits)).toEqual([
      { depositId: 'd2', ...late, at: 1_795_000_000_003, bytes: [1] },
      { depositId: 'd3', ...late, at: 1_795_000_000_004, bytes: [2] },
    ])
    // What was accepted and not yet written is a word of its document like the others.
    expect(withBytes(collected?.updates)[1]).toMatchObject({ ...late, clientId: null, bytes: [0] })
    expect(collected).toMatchObject({
      meeting: { meetingId, code: 'K7M4PX', createdAt: 1_795_000_000_001 },
      events: [1, 2, 3, 4, 5].map((seq) => ({ ...message(seq).events[0], actorId: alice })),
      participants: [person],
      content: [1, 2, 3, 4, 5].flatMap((seq) => message(seq).content),
      invitations: [{ invitationId: 'i1', details: { role: 'observer' }, participantId: null }],
      attendance: [{ participantId: bob, day: '2026-03-10' }],
      documents: [{ document: 'case/c1' }],
      snapshots: [{ document: 'case/c1', at: 7 }],
      updates: [{ document: 'case/c1', participantId: bob }, late],
      attachments: [{ attachmentId, bytes: new Uint8Array([1, 2, 3]) }],
    })
    expect(collected?.updates.slice(0, 1).map(({ bytes }) => textOf(bytes))).toEqual(['two'])
    expect(await storage.archives.collect('none' as MeetingId)).toBeNull()
    if (!collected) throw new Error('it was collected')

    const organizer = { participantId: bob, invitationId: 'i2' as InvitationId, tokenHash: 'way in', at: 9 }
    const restored = {
      ...collected,
      invitations: collected.invitations.map((line) => ({ ...line, tokenHash: 'shut' })),
      organizer,
    }
    expect(await storage.archives.restore(restored)).toBe('taken')
    expect(await storage.access.seatByToken('way in')).toBeNull()

    const elsewhere = await open()
    try {
      expect(await elsewhere.archives.restore(restored)).toBe('restored')
      const { invitations = [], ...arrived } = (await elsewhere.archives.collect(meetingId)) ?? {}
      expect(arrived).toEqual({ ...collected, invitations: undefined })
      expect([...((await elsewhere.attachments.chunkOf(attachmentId, 0)) ?? [])]).toEqual([1, 2, 3])
      expect(invitations.map(({ invitationId }) => invitationId).toSorted()).toEqual(['i1', 'i2'])
      expect(await elsewhere.access.seatByToken('way in')).toEqual({ participantId: bob, meetingId })
      expect(await elsewhere.access.invitationByToken('way in')).toMatchObject({ participantId: bob })
    } finally {
      await elsewhere.close()
    }
  })
}
