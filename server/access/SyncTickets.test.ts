import { expect, test } from 'vitest'
import type { MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import { SyncTickets } from './SyncTickets.ts'

const seat = { participantId: 'alice' as ParticipantId, meetingId: 'm1' as MeetingId }

function setUp() {
  let now = 1_000_000
  let last = 0
  const cancel = () => undefined
  const tickets = new SyncTickets({
    clock: { now: () => now, after: () => ({ cancel }), every: () => ({ cancel }) },
    chance: { id: () => '', secret: () => `ticket${++last}`, int: () => 0 },
  })
  return { tickets, pass: (ms: number) => (now += ms) }
}

test('a ticket stands for its seat, and for the client id that it was asked for, once', () => {
  const { tickets } = setUp()
  const ticket = tickets.issue(seat, 'case/one', 7)
  expect(tickets.redeem(ticket, 'case/one')).toEqual({ seat, clientId: 7 })
  expect(tickets.redeem(ticket, 'case/one')).toBeNull()
})

test('a ticket is good for thirty seconds and not for a moment longer', () => {
  const { tickets, pass } = setUp()
  const [early, late] = [tickets.issue(seat, 'case/one'), tickets.issue(seat, 'case/one')]
  pass(29_999)
  expect(tickets.redeem(early, 'case/one')).toMatchObject({ seat })
  pass(1)
  expect(tickets.redeem(late, 'case/one')).toBeNull()
})

test('a ticket for one document opens no other, and is used up by the attempt', () => {
  const { tickets } = setUp()
  const ticket = tickets.issue(seat, 'case/one')
  expect(tickets.redeem(ticket, 'board/one')).toBeNull()
  expect(tickets.redeem(ticket, 'case/one')).toBeNull()
})

test('an invented ticket stands for nobody', () => {
  const { tickets } = setUp()
  tickets.issue(seat, 'case/one')
  expect(tickets.redeem('', 'case/one')).toBeNull()
  expect(tickets.redeem('ticket2', 'case/one')).toBeNull()
})

test('a ticket that was issued later outlives the expired ones before it', () => {
  const { tickets, pass } = setUp()
  tickets.issue(seat, 'case/one')
  pass(20_000)
  const later = tickets.issue(seat, 'case/one')
  pass(15_000)
  tickets.issue(seat, 'case/one')
  expect(tickets.redeem(later, 'case/one')).toMatchObject({ seat })
})
