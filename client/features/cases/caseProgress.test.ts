import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CaseId } from '../../../shared/contracts/ids.ts'
import type { CaseEntry } from '../../../shared/proceedings/state.ts'
import { alice, MeetingInHand } from '../../../tests/support/MeetingInHand.ts'
import { caseProgress } from './caseProgress.ts'

function newCase(): { meeting: MeetingInHand; entry: () => CaseEntry } {
  const meeting = new MeetingInHand()
  meeting.does(alice, { type: 'case.create', title: 'A case' })
  return {
    meeting,
    entry() {
      const [entry] = Object.values(meeting.meeting.cases)
      if (!entry) throw new Error('the case was made and is not there')
      return entry
    },
  }
}

test('a case on which nobody has worked is at zero: the mark that it was given is not work', () => {
  const { entry } = newCase()
  expect(caseProgress(new Y.Doc(), entry(), []).whole).toBe(0)
})

test('a mark that somebody chose counts', () => {
  const { meeting, entry } = newCase()
  const [caseId] = Object.keys(meeting.meeting.cases)
  meeting.does(alice, { type: 'case.setMarking', caseId: caseId as CaseId, marking: 'TLP:GREEN' })
  expect(caseProgress(new Y.Doc(), entry(), []).whole).toBeGreaterThan(0)
})
