/** The agenda: set as a whole, and moved on item by item. */

import type { CommandOf } from '../contracts/commands.ts'
import type { AgendaItem } from '../contracts/events.ts'
import type { AgendaItemId } from '../contracts/ids.ts'
import { type Decision, type Draft, type Proceedings, refuse } from './decision.ts'

export function decideAgendaSet({ meeting }: Proceedings, { items }: CommandOf<'agenda.set'>, draft: Draft): Decision {
  const known = new Map(meeting.agenda.map((item) => [item.itemId, item]))
  const used = new Set<AgendaItemId>()
  const next: AgendaItem[] = []
  for (const item of items) {
    if (item.itemId !== undefined && !known.has(item.itemId)) {
      return refuse('not-found', 'An item of this agenda no longer exists: load the agenda again.')
    }
    if (item.itemId !== undefined && used.has(item.itemId)) {
      return refuse('conflict', 'The same agenda item stands in this agenda twice.')
    }
    if (item.caseId !== undefined && !meeting.cases[item.caseId]) {
      return refuse('not-found', 'An item of this agenda names a case that does not exist.')
    }
    const itemId = item.itemId ?? draft.id<AgendaItemId>()
    used.add(itemId)
    next.push({
      itemId,
      kind: item.kind,
      titleId: draft.text(item.title),
      ...(item.startsAt !== undefined ? { startsAt: item.startsAt } : {}),
      ...(item.durationMinutes !== undefined ? { durationMinutes: item.durationMinutes } : {}),
      ...(item.caseId !== undefined ? { caseId: item.caseId } : {}),
    })
  }
  return draft.toMeeting({ type: 'agenda.set', items: next }).accepted()
}

export function decideAgendaAdvance(
  { meeting }: Proceedings,
  command: CommandOf<'agenda.advance'>,
  draft: Draft,
): Decision {
  const { agenda, currentItemId } = meeting
  if (agenda.length === 0) return refuse('not-now', 'The agenda is empty.')
  const current = agenda.findIndex((item) => item.itemId === currentItemId)
  const target =
    command.itemId === undefined ? agenda[current + 1] : agenda.find((item) => item.itemId === command.itemId)
  if (!target && command.itemId !== undefined) return refuse('not-found', 'This agenda item does not exist.')
  if (!target) return refuse('not-now', 'This is the last item of the agenda.')
  if (target.itemId === currentItemId) return refuse('conflict', 'The meeting is already at this item.')
  return draft.toMeeting({ type: 'agenda.advanced', itemId: target.itemId }).accepted()
}
