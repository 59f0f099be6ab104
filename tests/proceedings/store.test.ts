/** Appending to a real SQLite file: who wins a race, and that whoever loses leaves nothing behind. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Append } from '../../server/proceedings/ports.ts'
import type {
  ContentId,
  InvitationId,
  MeetingId,
  MessageId,
  ParticipantId,
  StreamName,
} from '../../shared/contracts/ids.ts'
import { readTables } from '../support/database.ts'
import { type Ground, openGround } from '../support/proceedings.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

const meetingId = 'm1' as MeetingId
const actorId = 'alice' as ParticipantId

/** A message as it is appended, with a text, a person and a command beside it. */
function message(room: string, seq: number, more: Partial<Append> = {}): Append {
  const contentId = ground.chance.id() as ContentId
  const messageId = ground.chance.id() as MessageId
  const stream: StreamName = `room/${room}`
  return {
    meetingId,
    actorId,
    at: 1,
    events: [{ stream, seq, at: 1, type: 'message.posted', messageId, authorId: actorId, contentId }],
    content: [{ contentId, text: 'Hola' }],
    participants: [{ participantId: ground.chance.id() as ParticipantId, name: 'Bob' }],
    seats: [{ participantId: actorId, tokenHash: ground.chance.secret(), sessionHash: null }],
    documents: [`case/${ground.chance.id()}`],
    ...more,
  }
}

const append = (one: Append) => ground.storage.proceedings.append(one)

describe('two appends that ask for one sequence number', () => {
  test('end with exactly one of them, and nothing of the other', async () => {
    const contenders = [message('race', 1), message('race', 1)]
    const outcomes = await Promise.all(contenders.map(append))
    expect(outcomes.toSorted()).toEqual(['appended', 'raced'])

    const winner = contenders[outcomes.indexOf('appended')]
    const loser = contenders[outcomes.indexOf('raced')]
    const events = await ground.storage.proceedings.eventsAfter('room/race', 0, 10)
    expect(events).toEqual(winner?.events)
    const stored = JSON.stringify(readTables(ground.dataDir))
    for (const trace of tracesOf(loser)) expect(stored).not.toContain(trace)
    for (const trace of tracesOf(winner)) expect(stored).toContain(trace)
  })

  test('end so among twenty too', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => append(message('crowd', 1))))
    expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'raced')).toHaveLength(19)
  })

  test('leave no half: if one stream of several is taken, none is written', async () => {
    await append(message('taken', 1))
    const before = readTables(ground.dataDir)
    const both = message('free', 1)
    both.events.push(...message('taken', 1).events)
    expect(await append(both)).toBe('raced')
    expect(readTables(ground.dataDir)).toEqual(before)
  })
})

test('a command id that is known writes nothing, for this actor and meeting alone', async () => {
  const command = { commandId: 'c1', answer: [{ stream: 'room/again' as StreamName, seq: 1 }] }
  expect(await append(message('again', 1, { command }))).toBe('appended')
  const before = readTables(ground.dataDir)
  expect(await append(message('again', 2, { command }))).toBe('repeated')
  expect(readTables(ground.dataDir)).toEqual(before)
  expect(await append(message('again', 2, { command, actorId: 'bob' as ParticipantId }))).toBe('appended')
  expect(await append(message('again', 3, { command, meetingId: 'm2' as MeetingId }))).toBe('appended')
})

test('an invitation that has become somebody’s writes nothing for anybody else', async () => {
  const invitationId = 'inv1' as InvitationId
  const invitation = { invitationId, tokenHash: 'hash', details: { role: 'participant' as const } }
  await append(message('door', 1, { invitations: [invitation] }))
  const use = (participantId: string) => ({
    usedInvitation: { invitationId, participantId: participantId as ParticipantId },
  })
  expect(await append(message('door', 2, use('bob')))).toBe('appended')
  const before = readTables(ground.dataDir)
  expect(await append(message('door', 3, use('carol')))).toBe('used')
  expect(readTables(ground.dataDir)).toEqual(before)
})

test('an append that the database refuses leaves nothing behind, and the next one goes through', async () => {
  const twice = message('broken', 1)
  twice.content.push(...twice.content)
  const before = readTables(ground.dataDir)
  await expect(append(twice)).rejects.toThrow()
  expect(readTables(ground.dataDir)).toEqual(before)
  expect(await append(message('broken', 1))).toBe('appended')
})

test('more rows than one statement takes are one append all the same', async () => {
  const many = message('many', 1)
  for (let seq = 2; seq <= 1_200; seq++) {
    const { events, content } = message('many', seq)
    many.events.push(...events)
    many.content.push(...content)
  }
  expect(await append(many)).toBe('appended')
  expect(await ground.storage.proceedings.eventsAfter('room/many', 0, 2_000)).toEqual(many.events)
  // The last row of a later statement collides: the earlier statements are taken back too.
  const late = message('late', 1)
  for (let seq = 2; seq <= 600; seq++) late.events.push(...message('late', seq).events)
  late.events.push(...message('many', 1_200).events)
  expect(await append(late)).toBe('raced')
  expect(await ground.storage.proceedings.eventsAfter('room/late', 0, 1)).toEqual([])
})

function tracesOf(one: Append | undefined): string[] {
  if (one === undefined) throw new Error('there is no such contender')
  return [
    ...one.content.map(({ contentId }) => contentId),
    ...(one.participants ?? []).map(({ participantId }) => participantId),
    ...(one.seats ?? []).map(({ tokenHash }) => tokenHash),
    ...(one.documents ?? []),
  ].map((trace) => `"${trace}"`)
}
