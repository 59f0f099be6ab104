/** Policies, their ratchet, the activity sheet, and what follows from a case's stage. */
import { expect, test } from 'vitest'
import { MeetingInHand } from '../../tests/support/MeetingInHand.ts'
import type { CaseId } from '../contracts/ids.ts'
import { stageOf } from '../vocabulary/vocabulary.ts'

test('before anybody has contributed, policies go both ways', () => {
  const m = new MeetingInHand()
  m.does('alice', { type: 'meeting.setPolicies', attribution: 'none', unLevel: 'confidential' })
  m.does('alice', { type: 'meeting.setPolicies', attribution: 'name' })
  expect(m.meeting.policies).toEqual({ attribution: 'name', defaultMarking: 'TLP:AMBER', unLevel: 'confidential' })
})

test.each([
  ['a message', (m: MeetingInHand) => m.does('alice', { type: 'message.post', text: 'first' })],
  ['a case', (m: MeetingInHand) => m.does('alice', { type: 'case.create', title: 'first' })],
  ['a word in a document', (m: MeetingInHand) => m.contributes()],
])('after %s, policies only get stricter', (_what, contribute) => {
  const m = new MeetingInHand()
  m.does('alice', { type: 'meeting.setPolicies', attribution: 'delegation' })
  contribute(m)
  const refusal = 'not-now'
  expect(m.refuses('alice', { type: 'meeting.setPolicies', attribution: 'name' })).toBe(refusal)
  expect(m.refuses('alice', { type: 'meeting.setPolicies', defaultMarking: 'TLP:GREEN' })).toBe(refusal)
  m.does('alice', { type: 'meeting.setPolicies', attribution: 'none', defaultMarking: 'TLP:RED' })
  expect(m.refuses('alice', { type: 'meeting.setPolicies', attribution: 'delegation' })).toBe(refusal)
  expect(m.refuses('alice', { type: 'meeting.setPolicies', unLevel: 'unclassified' })).toBe('accepted')
})

test('the activity sheet holds known terms, and its texts stand beside it', () => {
  const m = new MeetingInHand()
  const record = {
    activityTypes: ['institutional-capacity-building'],
    partners: 'ZZpartnersZZ',
    venue: 'Salón Chagres',
  }
  const { events, content } = m.does('alice', { type: 'meeting.setRecord', record })
  expect(JSON.stringify(events)).not.toContain('ZZpartnersZZ')
  expect(content.map(({ text }) => text)).toEqual(['ZZpartnersZZ', 'Salón Chagres'])
  expect(m.meeting.record).toMatchObject({ activityTypes: ['institutional-capacity-building'], focusOfActivity: [] })
  m.does('alice', { type: 'meeting.setRecord', record: {} })
  expect(m.meeting.record).toEqual({ activityTypes: [], focusOfActivity: [] })
  const unknown = { record: { activityTypes: ['magic'] } }
  expect(m.refuses('alice', { type: 'meeting.setRecord', ...unknown })).toBe('not-found')
})

function withCase() {
  const m = new MeetingInHand()
  m.enters('bob', 'participant')
  m.enters('carol', 'participant')
  m.does('bob', { type: 'case.create', title: 'Operation' })
  const caseId = Object.keys(m.meeting.cases)[0] as CaseId
  return { m, caseId, entry: () => m.meeting.cases[caseId] }
}

test('a stage brings at least its mark, until somebody sets the mark', () => {
  const { m, caseId, entry } = withCase()
  expect(stageOf('ps-investigation')?.minTlp).toBe('TLP:AMBER+STRICT')
  m.does('bob', { type: 'case.setStage', caseId, stage: 'ps-investigation' })
  expect(entry()).toMatchObject({ stage: 'ps-investigation', marking: 'TLP:AMBER+STRICT' })
  m.does('bob', { type: 'case.setStage', caseId, stage: 'ps-final' })
  expect(entry()?.marking).toBe('TLP:AMBER')
  m.does('bob', { type: 'case.setMarking', caseId, marking: 'TLP:GREEN' })
  m.does('bob', { type: 'case.setStage', caseId, stage: 'ps-investigation' })
  expect(entry()?.marking).toBe('TLP:GREEN')
})

test('stage and presenter are set by the owner and the moderators, and only to what exists', () => {
  const { m, caseId, entry } = withCase()
  expect(m.refuses('carol', { type: 'case.setStage', caseId, stage: 'ps-final' })).toBe('forbidden')
  expect(m.refuses('bob', { type: 'case.setStage', caseId, stage: 'ps-nothing' })).toBe('not-found')
  m.does('alice', { type: 'case.setStage', caseId, stage: 'ps-trial' })
  expect(m.refuses('alice', { type: 'case.setStage', caseId, stage: 'ps-trial' })).toBe('conflict')
  const carol = 'carol' as never
  expect(m.refuses('carol', { type: 'case.setPresenter', caseId, participantId: carol })).toBe('forbidden')
  expect(m.refuses('bob', { type: 'case.setPresenter', caseId, participantId: 'nobody' as never })).toBe('not-found')
  m.does('bob', { type: 'case.setPresenter', caseId, participantId: carol })
  expect(entry()?.presenterId).toBe('carol')
  m.does('alice', { type: 'case.setPresenter', caseId, participantId: null })
  expect(entry()?.presenterId).toBeNull()
})

test('a moderator takes a clearance back and gives none, so that it does not outlive its owner', () => {
  const { m, caseId, entry } = withCase()
  m.does('bob', { type: 'case.setClearance', caseId, clearance: 'anonymized', digest: 'anonymized' })
  m.does('alice', { type: 'participant.remove', participantId: 'bob' as never })
  expect(m.refuses('alice', { type: 'case.setClearance', caseId, clearance: 'attributed' })).toBe('forbidden')
  expect(m.refuses('alice', { type: 'case.setClearance', caseId, clearance: 'no', digest: 'anonymized' })).toBe(
    'forbidden',
  )
  expect(m.refuses('carol', { type: 'case.setClearance', caseId, clearance: 'no' })).toBe('forbidden')
  m.does('alice', { type: 'case.setClearance', caseId, clearance: 'no' })
  expect(entry()).toMatchObject({ clearance: 'no', digest: 'no' })
})

test('a clearance says what for, by whose authority and when', () => {
  const { m, caseId, entry } = withCase()
  m.does('bob', {
    type: 'case.setClearance',
    caseId,
    clearance: 'anonymized',
    digest: 'attributed',
    isAnonymized: true,
    clearedBy: 'Fiscalía',
  })
  expect(entry()).toMatchObject({ clearance: 'anonymized', digest: 'attributed', isAnonymized: true })
  expect([typeof entry()?.clearedById, typeof entry()?.clearedAt]).toEqual(['string', 'number'])
  expect(
    m.refuses('bob', {
      type: 'case.setClearance',
      caseId,
      clearance: 'anonymized',
      digest: 'attributed',
      isAnonymized: true,
    }),
  ).toBe('conflict')
})
