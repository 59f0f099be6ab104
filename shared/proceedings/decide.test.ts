/** What commands do and why they are refused, decided without clock, chance or I/O. */
import { expect, test } from 'vitest'
import { alice, MeetingInHand } from '../../tests/support/MeetingInHand.ts'
import type { InvitationId } from '../contracts/ids.ts'
import { decideInvitations, standingOf } from './participants.ts'
import { readableStreams } from './reading.ts'
import type { MeetingState, StateOf } from './state.ts'

test('a case digest begins as a draft with a plenary, a board and its organizer', () => {
  const { meeting, moderators } = new MeetingInHand()
  expect(meeting).toMatchObject({ status: 'draft', template: 'case-digest', members: { alice: { role: 'organizer' } } })
  expect(Object.values(meeting.boards)).toMatchObject([{ columns: ['goodPractice', 'obstacle', 'recommendation'] }])
  expect(moderators.code).toBe('K7M4PX')
})

test('a meeting opens, closes and opens again, and each only from where it makes sense', () => {
  const m = new MeetingInHand()
  expect(m.refuses('alice', { type: 'meeting.close' })).toBe('not-now')
  m.does('alice', { type: 'meeting.open' })
  expect(m.refuses('alice', { type: 'meeting.open' })).toBe('not-now')
  m.does('alice', { type: 'meeting.close' })
  expect(m.meeting.status).toBe('closed')
  m.does('alice', { type: 'meeting.open' })
  expect(m.meeting.status).toBe('live')
})

test('who comes by code waits, reads nothing but their own place, and is let in', () => {
  const m = new MeetingInHand()
  const bob = m.waits('bob')
  expect(standingOf(m, bob)).toBe('waiting')
  expect(readableStreams(m, bob)).toEqual(['person/bob'])
  expect(m.refuses('bob', { type: 'message.post', text: 'let me in' })).toBe('forbidden')
  const { events } = m.does('alice', { type: 'participant.admit', participantId: bob })
  expect(events.map(({ stream, event }) => `${stream} ${event.type}`)).toEqual([
    'moderators/m1 lobby.left',
    'meeting/m1 participant.joined',
    'person/bob seat.admitted',
  ])
  expect(readableStreams(m, bob)).toEqual(['person/bob', 'meeting/m1', `room/${m.meeting.plenaryId}`])
  expect(m.refuses('alice', { type: 'participant.admit', participantId: bob })).toBe('conflict')
})

test('nobody new waits at a closed meeting; a personal link still opens it', () => {
  const m = new MeetingInHand()
  m.does('alice', { type: 'meeting.open' })
  m.does('alice', { type: 'meeting.close' })
  expect(() => m.waits('bob')).toThrow(/closed/)
  m.enters('carol', 'rapporteur')
  expect(m.meeting.members).toHaveProperty('carol')
})

test('who is removed reads nothing and does not come back as the same person', () => {
  const m = new MeetingInHand()
  const bob = m.enters('bob', 'participant')
  m.does('alice', { type: 'participant.remove', participantId: bob })
  expect([standingOf(m, bob), readableStreams(m, bob)]).toEqual(['removed', []])
  expect(() => m.enters('bob', 'participant')).toThrow(/already come in/)
  expect(m.refuses('alice', { type: 'participant.remove', participantId: bob })).toBe('conflict')
})

test('a facilitator neither removes nor makes an organizer; nobody removes themselves', () => {
  const m = new MeetingInHand()
  const fred = m.enters('fred', 'facilitator')
  expect(m.refuses('fred', { type: 'participant.remove', participantId: alice })).toBe('forbidden')
  expect(m.refuses('fred', { type: 'participant.remove', participantId: fred })).toBe('not-now')
  expect(m.refuses('fred', { type: 'participant.setRole', participantId: fred, role: 'organizer' })).toBe('forbidden')
  const actor = { participantId: fred, role: 'facilitator' as const }
  const invited = { invitationId: m.ids.next<InvitationId>(), role: 'organizer' as const }
  expect(decideInvitations(m, [invited], actor, m.ids)).toMatchObject({ ok: false, code: 'forbidden' })
})

test('a meeting keeps an organizer', () => {
  const m = new MeetingInHand()
  expect(m.refuses('alice', { type: 'participant.setRole', participantId: alice, role: 'observer' })).toBe('not-now')
  const bob = m.enters('bob', 'participant')
  m.does('alice', { type: 'participant.setRole', participantId: bob, role: 'organizer' })
  m.does('alice', { type: 'participant.setRole', participantId: alice, role: 'observer' })
  expect(m.refuses('bob', { type: 'participant.setRole', participantId: alice, role: 'observer' })).toBe('conflict')
})

test('the agenda moves on item by item to its end', () => {
  const m = new MeetingInHand()
  expect(m.refuses('alice', { type: 'agenda.advance' })).toBe('not-now')
  m.does('alice', {
    type: 'agenda.set',
    items: [
      { kind: 'session', title: 'One' },
      { kind: 'break', title: 'Two', durationMinutes: 15 },
    ],
  })
  const [one, two] = m.meeting.agenda
  m.does('alice', { type: 'agenda.advance' })
  expect(m.meeting.currentItemId).toBe(one?.itemId)
  m.does('alice', { type: 'agenda.advance' })
  expect(m.meeting.currentItemId).toBe(two?.itemId)
  expect(m.refuses('alice', { type: 'agenda.advance' })).toBe('not-now')
})

test('an agenda that is set again keeps its items and where the meeting is', () => {
  const m = new MeetingInHand()
  m.does('alice', { type: 'agenda.set', items: [{ kind: 'session', title: 'One' }] })
  m.does('alice', { type: 'agenda.advance' })
  const itemId = m.meeting.agenda[0]?.itemId
  if (!itemId) throw new Error('there is an item')
  m.does('alice', {
    type: 'agenda.set',
    items: [
      { kind: 'break', title: 'New' },
      { itemId, kind: 'session', title: '1' },
    ],
  })
  expect(m.meeting.currentItemId).toBe(itemId)
  expect(
    m.refuses('alice', {
      type: 'agenda.set',
      items: [
        { itemId, kind: 'break', title: 'x' },
        { itemId, kind: 'break', title: 'x' },
      ],
    }),
  ).toBe('conflict')
  m.does('alice', { type: 'agenda.set', items: [] })
  expect(m.meeting.currentItemId).toBeNull()
  expect(m.refuses('alice', { type: 'agenda.set', items: [{ itemId, kind: 'break', title: 'x' }] })).toBe('not-found')
})

test('its owner marks a case as they like and alone clears it; a moderator only makes the mark stricter', () => {
  const m = new MeetingInHand()
  m.enters('bob', 'participant')
  m.enters('carol', 'participant')
  m.does('bob', { type: 'case.create', title: 'Operation' })
  const [caseId] = Object.keys(m.meeting.cases) as (keyof MeetingState['cases'])[]
  if (!caseId) throw new Error('there is a case')
  expect(m.meeting.cases[caseId]).toMatchObject({ ownerId: 'bob', marking: 'TLP:AMBER', clearance: 'no' })
  expect(m.refuses('carol', { type: 'case.setMarking', caseId, marking: 'TLP:RED' })).toBe('forbidden')
  expect(m.refuses('alice', { type: 'case.setMarking', caseId, marking: 'TLP:GREEN' })).toBe('forbidden')
  m.does('alice', { type: 'case.setMarking', caseId, marking: 'TLP:RED' })
  m.does('bob', { type: 'case.setMarking', caseId, marking: 'TLP:GREEN' })
  expect(m.refuses('alice', { type: 'case.setClearance', caseId, clearance: 'anonymized' })).toBe('forbidden')
  m.does('bob', { type: 'case.setClearance', caseId, clearance: 'anonymized' })
  expect(m.meeting.cases[caseId]).toMatchObject({ marking: 'TLP:GREEN', clearance: 'anonymized' })
})

test('a closed meeting takes no words, but owners still clear', () => {
  const m = new MeetingInHand()
  m.does('alice', { type: 'case.create', title: 'Operation' })
  m.does('alice', { type: 'meeting.open' })
  m.does('alice', { type: 'meeting.close' })
  const [caseId] = Object.keys(m.meeting.cases) as (keyof MeetingState['cases'])[]
  if (!caseId) throw new Error('there is a case')
  expect(m.refuses('alice', { type: 'message.post', text: 'late' })).toBe('not-now')
  expect(m.refuses('alice', { type: 'case.create', title: 'late' })).toBe('not-now')
  m.does('alice', { type: 'case.setClearance', caseId, clearance: 'attributed' })
})

test('what people typed stands beside the events and never in them', () => {
  const m = new MeetingInHand()
  const marker = 'ZZmarkerZZ'
  const decisions = [
    m.does('alice', { type: 'message.post', text: `${marker} message`, language: 'pt' }),
    m.does('alice', { type: 'case.create', title: `${marker} case` }),
    m.does('alice', { type: 'board.create', title: `${marker} board` }),
    m.does('alice', { type: 'agenda.set', items: [{ kind: 'session', title: `${marker} item` }] }),
  ]
  expect(JSON.stringify(decisions.map((decision) => decision.events))).not.toContain(marker)
  expect(decisions.map(({ content }) => content.length)).toEqual([1, 1, 1, 1])
  expect(decisions[0]?.content[0]).toMatchObject({ text: `${marker} message`, language: 'pt' })
})

test('a room holds its latest messages and counts them all', () => {
  const m = new MeetingInHand()
  for (let count = 1; count <= 60; count++) m.does('alice', { type: 'message.post', text: `message ${count}` })
  const room = m.stateOf(`room/${m.meeting.plenaryId}`) as StateOf['room']
  expect([room.messages.length, room.messageCount, room.messages[0]?.seq]).toEqual([50, 60, 11])
})

test('a room that does not exist takes nothing', () => {
  const m = new MeetingInHand()
  const roomId = 'nowhere' as never
  expect(m.refuses('alice', { type: 'message.post', text: 'x', roomId })).toBe('not-found')
  expect(m.refuses('alice', { type: 'case.create', title: 'x', roomId })).toBe('not-found')
  expect(m.refuses('alice', { type: 'board.create', title: 'x', roomId })).toBe('not-found')
})

test('folding never changes the state that it was given', () => {
  const m = new MeetingInHand()
  const before = m.meeting
  const copy = structuredClone(before)
  m.enters('bob', 'participant')
  m.does('alice', { type: 'case.create', title: 'Operation' })
  expect(before).toEqual(copy)
})
