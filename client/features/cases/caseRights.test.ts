import { expect, test } from 'vitest'
import type { CaseId, ParticipantId, RoomId } from '../../../shared/contracts/ids.ts'
import { markings, type Role } from '../../../shared/contracts/terms.ts'
import { initialState, type MeetingState } from '../../../shared/proceedings/state.ts'
import { initialSnapshot, type MeetingSnapshot } from '../../session/meetingSnapshot.ts'
import { mayClear, maySetPresenter, maySetStage, settableMarkings } from './caseRights.ts'

const caseId = 'case' as CaseId
const owner = 'alice' as ParticipantId
const other = 'bob' as ParticipantId

/** A meeting with one case of alice's, marked AMBER, as it looks to whoever has this role beside her. */
function snapshotWith(role: Role): MeetingSnapshot {
  const meeting: MeetingState = {
    ...initialState.meeting,
    status: 'live',
    members: { [owner]: { role: 'participant', function: null }, [other]: { role, function: null } },
    cases: {
      [caseId]: {
        roomId: 'plenary' as RoomId,
        titleId: 'title' as never,
        ownerId: owner,
        marking: 'TLP:AMBER',
        clearance: 'no',
        digest: 'no',
        isAnonymized: false,
        clearedById: null,
        clearedAt: null,
        stage: null,
        presenterId: null,
        hasDefaultMarking: true,
        attachments: [],
      },
    },
  }
  return { ...initialSnapshot, meeting: { ...meeting, meetingId: 'meeting' as never } }
}

test('the owner sets any other mark and alone clears the case', () => {
  const snapshot = snapshotWith('organizer')
  expect(settableMarkings(snapshot, owner, caseId)).toEqual(markings.filter((marking) => marking !== 'TLP:AMBER'))
  expect(mayClear(snapshot, owner, caseId)).toBe(true)
  expect(mayClear(snapshot, other, caseId)).toBe(false)
})

test('moderators set stricter marks only', () => {
  expect(settableMarkings(snapshotWith('facilitator'), other, caseId)).toEqual(['TLP:AMBER+STRICT', 'TLP:RED'])
})

test.each(['rapporteur', 'participant', 'observer'] as const)('a %s sets no mark of another’s case', (role) => {
  expect(settableMarkings(snapshotWith(role), other, caseId)).toEqual([])
})

test('the owner and the moderators say the stage and who presents; nobody else does', () => {
  for (const may of [maySetStage, maySetPresenter]) {
    expect(may(snapshotWith('participant'), owner, caseId)).toBe(true)
    expect(may(snapshotWith('facilitator'), other, caseId)).toBe(true)
    expect(may(snapshotWith('participant'), other, caseId)).toBe(false)
    expect(may(initialSnapshot, owner, caseId)).toBe(false)
  }
})

test('before the meeting is known nobody may do anything', () => {
  expect(settableMarkings(initialSnapshot, owner, caseId)).toEqual([])
  expect(mayClear(initialSnapshot, owner, caseId)).toBe(false)
})
