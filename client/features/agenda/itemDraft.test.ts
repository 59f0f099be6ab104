import { describe, expect, it } from 'vitest'
import { agendaItemInput } from '../../../shared/contracts/commands.ts'
import type { AgendaItem } from '../../../shared/contracts/events.ts'
import { inputOf, newDraft } from './itemDraft.ts'

describe('an agenda item while it is edited', () => {
  const item = {
    itemId: 'a1',
    kind: 'case',
    titleId: 't1',
    startsAt: '2021-12-13T10:45',
    durationMinutes: 45,
    caseId: 'c1',
  } as unknown as AgendaItem

  it('comes back unchanged when nothing was edited', () => {
    const { titleId: _title, ...rest } = item
    expect(agendaItemInput.parse(inputOf(newDraft(item, 'Caso 1'), item))).toEqual({ ...rest, title: 'Caso 1' })
  })

  it('leaves out what was not said', () => {
    const draft = { ...newDraft(null, ''), title: ' Café ', kind: 'break' as const, time: '10:30', minutes: 'un rato' }
    expect(agendaItemInput.parse(inputOf(draft, null))).toEqual({ kind: 'break', title: 'Café' })
  })
})
