/**
 * Deny by default: which cases and cards a report may use, and what else would give away the others. A case leaves the
 * meeting when its owner cleared it and its mark permits it, a card when its mark does; every other state, also one that
 * is not known here, keeps it in. The mark of the report itself is not decided here but follows from what is in it.
 */
import type { AgendaItem, Joined } from '../../shared/contracts/events.ts'
import type { CaseId, DocumentName } from '../../shared/contracts/ids.ts'
import {
  type Attribution,
  attributions,
  type Clearance,
  compareMarkings,
  type Marking,
} from '../../shared/contracts/terms.ts'
import type { CaseEntry, MeetingState } from '../../shared/proceedings/state.ts'
import type { Omission } from './reportTree.ts'

/** A meeting as a report sees it: with those documents of which the disk gave back something damaged. */
export interface ReportMeeting extends MeetingState {
  damaged?: ReadonlySet<DocumentName>
}

/** Marks whose text may reach people outside the participants' organizations (TLP 2.0). */
const releasable: readonly Marking[] = ['TLP:CLEAR', 'TLP:GREEN']
const cleared: readonly Clearance[] = ['anonymized', 'attributed']

/** Whether a mark lets what has it leave the meeting. */
export function mayLeave(marking: Marking): boolean {
  return releasable.includes(marking)
}

/** Why a case stays out, or null when it may be used. */
export function reasonToWithhold(entry: CaseEntry): 'not-cleared' | 'marking' | null {
  if (!cleared.includes(entry.clearance)) return 'not-cleared'
  return mayLeave(entry.marking) ? null : 'marking'
}

/** The cases a report may use, in the order in which they were brought: the only ones that need to be loaded for it. */
export function releasedCases(meeting: ReportMeeting): CaseId[] {
  return caseIdsOf(meeting).filter((caseId) => isReleased(meeting, caseId))
}

/** The cases it may not use. */
export function withheldCases(meeting: ReportMeeting): (Omission & { kind: 'case' })[] {
  return caseIdsOf(meeting).flatMap((caseId) => {
    const entry = meeting.cases[caseId]
    const reason = entry ? (reasonToWithhold(entry) ?? (isDamaged(meeting, caseId) ? 'damaged' : null)) : null
    return reason === null ? [] : [{ kind: 'case', caseId, reason }]
  })
}

export function isReleased(meeting: ReportMeeting, caseId: CaseId): boolean {
  const entry = meeting.cases[caseId]
  return entry !== undefined && reasonToWithhold(entry) === null && !isDamaged(meeting, caseId)
}

/** What cannot be read cannot be reported; the rest of the meeting can. */
function isDamaged({ damaged }: ReportMeeting, caseId: CaseId): boolean {
  return damaged?.has(`case/${caseId}`) ?? false
}

/**
 * Says of an agenda item whether its title may be shown. A title gives a withheld case away when the item links to it,
 * when it contains the case's title or a part of it (a code name before a colon), whatever the accents; and where
 * cases are withheld, an item that presents a case without saying which is shown only if it names a released one.
 */
export function showableTitles(meeting: ReportMeeting, content: Joined['content']): (item: AgendaItem) => boolean {
  const namesWithheld = namesWithheldCase(meeting, content)
  const namesReleased = namesOneOf(releasedCases(meeting), meeting, content)
  const allReleased = withheldCases(meeting).length === 0
  return ({ kind, caseId, titleId }) => {
    const title = content[titleId]?.text ?? ''
    if (namesWithheld(title)) return false
    if (caseId !== undefined) return isReleased(meeting, caseId)
    return kind !== 'case' || allReleased || namesReleased(title)
  }
}

/** Says of a text whether it contains the title of a withheld case or a part of it. */
export function namesWithheldCase(meeting: ReportMeeting, content: Joined['content']): (text: string) => boolean {
  const ids = withheldCases(meeting).map(({ caseId }) => caseId)
  return namesOneOf(ids, meeting, content)
}

function namesOneOf(ids: CaseId[], meeting: ReportMeeting, content: Joined['content']): (text: string) => boolean {
  const known = ids.flatMap((caseId) => phrases(content[meeting.cases[caseId]?.titleId ?? '']?.text ?? ''))
  return (text) => {
    const words = ` ${folded(text)} `
    return known.some((phrase) => words.includes(` ${phrase} `))
  }
}

/** Who brought or presents a case is said where they allowed it and the report says names at all. */
export function isPresenterNamed(entry: CaseEntry, attribution: Attribution): boolean {
  return entry.clearance === 'attributed' && attribution === 'name'
}

/** An institution tells who the speaker was almost as well as a name does. */
export function isInstitutionShown(entry: CaseEntry, attribution: Attribution): boolean {
  return entry.clearance === 'attributed' && attribution !== 'none'
}

/** How open a report of this meeting may be, from the most open: as open as its policies, and nothing before they are set. */
export function allowedAttributions({ policies }: Pick<MeetingState, 'policies'>): Attribution[] {
  return attributions.slice(attributions.indexOf(policies?.attribution ?? 'none'))
}

/** A title and those of its parts that have two words or more: one word alone is too common to be a name. */
function phrases(title: string): string[] {
  const parts = title.split(/[.:;,()–—]/u).map(folded)
  return [folded(title), ...parts.filter((part) => part.includes(' '))].filter((phrase) => phrase !== '')
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function caseIdsOf(meeting: MeetingState): CaseId[] {
  return Object.keys(meeting.cases) as CaseId[]
}

/** The strictest of several marks; of none, the most open one. */
export function strictestOf(markings: readonly Marking[]): Marking {
  return markings.reduce(
    (strictest, marking) => (compareMarkings(marking, strictest) > 0 ? marking : strictest),
    'TLP:CLEAR',
  )
}
