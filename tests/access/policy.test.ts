/** The policy table against the matrix that was written by hand, and the rights of whoever has no role: none. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commandTypes } from '../../shared/contracts/commands.ts'
import type { DomainEvent } from '../../shared/contracts/events.ts'
import type { MeetingId, ParticipantId, RoomId } from '../../shared/contracts/ids.ts'
import { meetingStatuses, type Role, roles } from '../../shared/contracts/terms.ts'
import type { Proceedings } from '../../shared/proceedings/decision.ts'
import { evolve } from '../../shared/proceedings/evolve.ts'
import { standingOf } from '../../shared/proceedings/participants.ts'
import { type Action, documentAccess, judge, policy } from '../../shared/proceedings/policy.ts'
import { readableStreams, roleOf } from '../../shared/proceedings/reading.ts'
import { initialState } from '../../shared/proceedings/state.ts'
import { cellOf, readTable } from '../support/table.ts'

const matrix = readTable(join(import.meta.dirname, 'policyMatrix.csv'))
const actions = Object.keys(policy) as Action[]

describe('the matrix', () => {
  test('has exactly one row for each action and state of the policy', () => {
    const rows = matrix.map((row) => `${row.action} ${row.state}`)
    const needed = actions.flatMap((action) => meetingStatuses.map((state) => `${action} ${state}`))
    expect(rows.toSorted()).toEqual(needed.toSorted())
  })

  test('speaks of every command that there is', () => {
    expect(actions).toEqual(expect.arrayContaining([...commandTypes]))
  })
})

describe.each(actions)('%s', (action) => {
  const rows = matrix.filter((row) => row.action === action)

  test.each(rows)('in a meeting that is $state', (row) => {
    const state = meetingStatuses.find((known) => known === row.state)
    if (state === undefined) throw new Error(`there is no state ${row.state}`)
    const verdicts = Object.fromEntries(roles.map((role) => [role, judge(action, role, state)]))
    expect(verdicts).toEqual(Object.fromEntries(roles.map((role) => [role, cellOf(row, role)])))
  })

  test('is refused to whoever has no role', () => {
    expect(meetingStatuses.map((state) => judge(action, null, state))).toEqual(['forbidden', 'forbidden', 'forbidden'])
  })
})

test('a document is written, read or closed as the two actions on documents say', () => {
  for (const row of matrix.filter(({ action }) => action === 'document.write')) {
    const state = meetingStatuses.find((known) => known === row.state)
    if (state === undefined) throw new Error(`there is no state ${row.state}`)
    for (const role of roles) {
      expect(documentAccess(role, state)).toBe(cellOf(row, role) === 'allowed' ? 'write' : 'read')
    }
    expect(documentAccess(null, state)).toBe('none')
  }
})

describe('standing', () => {
  const meetingId = 'M' as MeetingId
  const [alice, wanda, remy, zoe] = ['alice', 'wanda', 'remy', 'zoe'] as [
    ParticipantId,
    ParticipantId,
    ParticipantId,
    ParticipantId,
  ]
  const created = {
    type: 'meeting.created',
    meetingId,
    template: 'blank',
    languages: [],
    timezone: 'UTC',
    startsOn: '',
    endsOn: '',
    titleId: 'T',
  } as unknown as DomainEvent
  const plenary: DomainEvent = { type: 'room.created', roomId: 'R' as RoomId, kind: 'plenary' }

  function meetingWith(role: Role): Proceedings {
    const meeting = [
      created,
      plenary,
      { type: 'participant.joined' as const, participantId: alice, role },
      { type: 'participant.joined' as const, participantId: remy, role },
      { type: 'participant.removed' as const, participantId: remy },
    ].reduce((state, event) => evolve('meeting', state, event, { seq: 1, at: 1 }), initialState.meeting)
    const moderators = evolve(
      'moderators',
      initialState.moderators,
      { type: 'lobby.entered', participantId: wanda },
      { seq: 1, at: 1 },
    )
    return { meeting, moderators, hasMessages: false }
  }

  test('tells who is in, who waits, who was removed and who never came', () => {
    const here = meetingWith('participant')
    expect([alice, wanda, remy, zoe].map((person) => standingOf(here, person))).toEqual([
      'member',
      'waiting',
      'removed',
      'stranger',
    ])
  })

  test('gives a role to nobody but who is in, whatever role they had', () => {
    const here = meetingWith('organizer')
    expect([alice, wanda, remy, zoe].map((person) => roleOf(here, person))).toEqual(['organizer', null, null, null])
  })

  test('lets who waits read their own stream, and the removed and strangers none', () => {
    const here = meetingWith('organizer')
    expect(readableStreams(here, wanda)).toEqual(['person/wanda'])
    expect(readableStreams(here, remy)).toEqual([])
    expect(readableStreams(here, zoe)).toEqual([])
  })

  test.each(roles)('lets a %s read the meeting and its rooms, and only moderators the lobby', (role) => {
    const streams = ['person/alice', 'meeting/M', 'room/R']
    const lobby = role === 'organizer' || role === 'facilitator' ? ['moderators/M'] : []
    expect(readableStreams(meetingWith(role), alice)).toEqual([...streams, ...lobby])
  })
})
