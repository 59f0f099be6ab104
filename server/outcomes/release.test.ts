import { describe, expect, test } from 'vitest'
import { type AgendaItem, agendaItem } from '../../shared/contracts/events.ts'
import type { CaseId } from '../../shared/contracts/ids.ts'
import type { Clearance, Marking } from '../../shared/contracts/terms.ts'
import { type CaseEntry, initialState, type MeetingState } from '../../shared/proceedings/state.ts'
import { releasedCases, showableTitles, strictestOf, withheldCases } from './release.ts'

function meetingWith(cases: Record<string, { marking: string; clearance: string }>): MeetingState {
  const entries = Object.entries(cases).map(([id, entry]) => [
    id,
    { roomId: 'r', ownerId: 'bob', titleId: id, ...entry },
  ])
  return { ...initialState.meeting, cases: Object.fromEntries(entries) as Record<CaseId, CaseEntry> }
}

const one = (clearance: string, marking: string) => meetingWith({ c: { clearance, marking } })

describe('a case leaves the meeting', () => {
  test.each<[Clearance, Marking]>([
    ['anonymized', 'TLP:GREEN'],
    ['anonymized', 'TLP:CLEAR'],
    ['attributed', 'TLP:GREEN'],
    ['attributed', 'TLP:CLEAR'],
  ])('when it is cleared (%s) and marked %s', (clearance, marking) => {
    expect(releasedCases(one(clearance, marking))).toEqual(['c'])
    expect(withheldCases(one(clearance, marking))).toEqual([])
  })
})

describe('a case stays in', () => {
  test.each([
    ['no', 'TLP:CLEAR', 'not-cleared'],
    ['no', 'TLP:GREEN', 'not-cleared'],
    ['no', 'TLP:RED', 'not-cleared'],
    ['anonymized', 'TLP:AMBER', 'marking'],
    ['anonymized', 'TLP:AMBER+STRICT', 'marking'],
    ['attributed', 'TLP:RED', 'marking'],
    ['something a later version knows', 'TLP:GREEN', 'not-cleared'],
    ['anonymized', 'TLP:VIOLET', 'marking'],
  ])('when it is %s and %s: %s', (clearance, marking, reason) => {
    expect(releasedCases(one(clearance, marking))).toEqual([])
    expect(withheldCases(one(clearance, marking))).toEqual([{ kind: 'case', caseId: 'c', reason }])
  })
})

describe('the title of an agenda item', () => {
  const content = {
    open: { text: 'Operación Colibrí: un arsenal' },
    secret: { text: 'Operación Luciérnaga: taller de armas' },
  }
  const mixed = meetingWith({
    open: { clearance: 'anonymized', marking: 'TLP:GREEN' },
    secret: { clearance: 'no', marking: 'TLP:AMBER' },
  })
  const isShown = (item: Partial<AgendaItem> & { title: string }, meeting = mixed) => {
    const titles = { ...content, item: { text: item.title } }
    return showableTitles(meeting, titles)(agendaItem.parse({ itemId: 'i', kind: 'session', ...item, titleId: 'item' }))
  }

  test('is shown when it has nothing to do with a case', () => {
    expect(isShown({ title: 'Apertura' })).toBe(true)
  })

  test('is shown when it links to a case that is released', () => {
    expect(isShown({ title: 'Lo que sea', kind: 'case', caseId: 'open' as CaseId })).toBe(true)
  })

  test('is withheld when it links to a case that is withheld or gone', () => {
    expect(isShown({ title: 'Lo que sea', kind: 'case', caseId: 'secret' as CaseId })).toBe(false)
    expect(isShown({ title: 'Lo que sea', caseId: 'gone' as CaseId })).toBe(false)
  })

  test('is withheld when it contains a withheld title or its code name, whatever the accents', () => {
    expect(isShown({ title: 'Caso 3. OPERACION LUCIERNAGA' })).toBe(false)
    expect(isShown({ title: 'Debate: «Operación Luciérnaga: taller de armas»' })).toBe(false)
    expect(isShown({ title: 'Operación Luciérnagas' })).toBe(true)
  })

  test('that presents a case without saying which is shown only if it names a released one', () => {
    expect(isShown({ title: 'Caso 3', kind: 'case' })).toBe(false)
    expect(isShown({ title: 'Caso 1. Operación Colibrí', kind: 'case' })).toBe(true)
    expect(isShown({ title: 'Caso 3', kind: 'case' }, one('anonymized', 'TLP:GREEN'))).toBe(true)
  })
})

test('the strictest mark wins; of nothing, the most open one', () => {
  expect(strictestOf(['TLP:GREEN', 'TLP:RED', 'TLP:AMBER'])).toBe('TLP:RED')
  expect(strictestOf([])).toBe('TLP:CLEAR')
})
