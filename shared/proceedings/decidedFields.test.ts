import { expect, test } from 'vitest'
import { caseTemplate } from '../vocabulary/vocabulary.ts'
import { decidedValue } from './decidedFields.ts'
import type { CaseEntry } from './state.ts'

const entry: CaseEntry = {
  roomId: 'plenary' as never,
  titleId: 'title' as never,
  ownerId: 'alice' as never,
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
}

const decided = caseTemplate.sections.flatMap(({ fields = [] }) => fields.filter(({ decidedBy }) => decidedBy))

function answersOf(state: CaseEntry) {
  return Object.fromEntries(decided.map((field) => [field.id, decidedValue(state, field)]))
}

test('nothing is answered but the mark before somebody decides', () => {
  expect(answersOf(entry)).toEqual({
    stage: null,
    tlp: 'TLP:AMBER',
    anonymized: null,
    useInReport: null,
    useInDigest: null,
    clearedBy: null,
    clearedOn: null,
  })
})

test('each field that the template says is decided has its place in the state', () => {
  const cleared = { ...entry, stage: 'ps-final', clearance: 'anonymized', isAnonymized: true } as const
  expect(answersOf({ ...cleared, clearedById: 'text' as never, clearedAt: 7 })).toEqual({
    stage: 'ps-final',
    tlp: 'TLP:AMBER',
    anonymized: true,
    useInReport: 'anonymized',
    useInDigest: 'no',
    clearedBy: 'text',
    clearedOn: 7,
  })
})
