/** One agenda item while it is edited, and the input that it becomes. Pure. */
import type { AgendaItem } from '../../../shared/contracts/events.ts'
import type { AgendaItemId, CaseId } from '../../../shared/contracts/ids.ts'
import type { AgendaItemKind } from '../../../shared/contracts/terms.ts'
import type { AgendaItemInput } from './agendaRows.ts'

export interface ItemDraft {
  title: string
  kind: AgendaItemKind
  day: string | null
  time: string | null
  minutes: string
  caseId: CaseId | null
}

export function newDraft(item: AgendaItem | null, title: string): ItemDraft {
  const [day = null, time = null] = item?.startsAt?.split('T') ?? []
  return {
    title,
    kind: item?.kind ?? 'session',
    day,
    time: time?.slice(0, 'HH:MM'.length) ?? null,
    minutes: item?.durationMinutes?.toString() ?? '',
    caseId: item?.caseId ?? null,
  }
}

/** A time without a day is not said; minutes that are no number are left out. */
export function inputOf(draft: ItemDraft, item: { itemId: AgendaItemId } | null): AgendaItemInput {
  const { title, kind, day, time, caseId } = draft
  const minutes = Number.parseInt(draft.minutes, 10)
  return {
    ...(item ? { itemId: item.itemId } : {}),
    kind,
    title: title.trim(),
    ...(day !== null && time !== null ? { startsAt: `${day}T${time}` } : {}),
    ...(minutes > 0 ? { durationMinutes: minutes } : {}),
    ...(kind === 'case' && caseId !== null ? { caseId } : {}),
  }
}
