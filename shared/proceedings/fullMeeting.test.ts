/** The limits on how much one meeting holds, which nobody reaches by hand. */
import { expect, test } from 'vitest'
import { MeetingInHand } from '../../tests/support/MeetingInHand.ts'
import { limits } from '../contracts/limits.ts'

test('a meeting full of people takes nobody more, by code, by link or from the lobby', () => {
  const meeting = new MeetingInHand()
  const early = meeting.waits('early')
  for (let index = 1; index < limits.participantsPerMeeting; index++) meeting.enters(`person${index}`, 'participant')
  expect(() => meeting.enters('late', 'organizer')).toThrow(/full.*1000/)
  expect(() => meeting.waits('later')).toThrow('full')
  expect(meeting.refuses('alice', { type: 'participant.admit', participantId: early })).toBe('not-now')

  const [, somebody] = Object.keys(meeting.meeting.members)
  meeting.does('alice', { type: 'participant.remove', participantId: somebody as typeof early })
  meeting.does('alice', { type: 'participant.admit', participantId: early })
})

test('a lobby full of strangers keeps further strangers out, and nobody who was invited', () => {
  const meeting = new MeetingInHand()
  for (let index = 1; index < limits.participantsPerMeeting; index++) meeting.waits(`stranger${index}`)
  expect(() => meeting.waits('one more')).toThrow('full')
  const invited = meeting.enters('invited', 'rapporteur')
  expect(meeting.meeting.members[invited]).toMatchObject({ role: 'rapporteur' })
})

test('a meeting holds so many cases and boards, and not one more', () => {
  const meeting = new MeetingInHand()
  for (let index = 0; index < limits.casesPerMeeting; index++) {
    meeting.does('alice', { type: 'case.create', title: 'A case' })
  }
  expect(meeting.refuses('alice', { type: 'case.create', title: 'A case' })).toBe('not-now')
  // The template has brought the first one.
  for (let index = 1; index < limits.boardsPerMeeting; index++) {
    meeting.does('alice', { type: 'board.create', title: 'A board' })
  }
  expect(meeting.refuses('alice', { type: 'board.create', title: 'A board' })).toBe('not-now')
})
