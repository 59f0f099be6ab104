/**
 * What the organizers lay down for the whole meeting: policies and the activity sheet. The ratchet: once anybody has
 * contributed, a policy only gets stricter, because people wrote under what they were promised.
 */
import type { CommandOf, RecordInput } from '../contracts/commands.ts'
import type { Policies } from '../contracts/events.ts'
import { attributions, compareMarkings, unLevels } from '../contracts/terms.ts'
import { termsOf } from '../vocabulary/vocabulary.ts'
import { type Decision, Draft, type Ids, type Proceedings, refuse } from './decision.ts'
import type { MeetingState } from './state.ts'

/** What holds until policies are set: names are seen in the room. What leaves it is another question (exports). */
export const defaultPolicies: Policies = { attribution: 'name', defaultMarking: 'TLP:AMBER', unLevel: 'unclassified' }

export function policiesOf(meeting: MeetingState): Policies {
  return meeting.policies ?? defaultPolicies
}

export function decidePolicies(
  { meeting, hasMessages }: Proceedings,
  { attribution, defaultMarking, unLevel }: CommandOf<'meeting.setPolicies'>,
  draft: Draft,
): Decision {
  const before = policiesOf(meeting)
  const policies: Policies = {
    attribution: attribution ?? before.attribution,
    defaultMarking: defaultMarking ?? before.defaultMarking,
    unLevel: unLevel ?? before.unLevel,
  }
  if ((meeting.hasContributions || hasMessages) && isLooser(policies, before)) {
    return refuse('not-now', 'People have contributed under the present policies: they can only become stricter.')
  }
  return draft.toMeeting({ type: 'meeting.policiesSet', policies }).accepted()
}

function isLooser(next: Policies, before: Policies): boolean {
  return (
    attributions.indexOf(next.attribution) < attributions.indexOf(before.attribution) ||
    compareMarkings(next.defaultMarking, before.defaultMarking) < 0 ||
    unLevels.indexOf(next.unLevel) < unLevels.indexOf(before.unLevel)
  )
}

/** The first word in a document. No command: it follows from writing. Null when others have written before. */
export function decideContribution({ meeting }: Proceedings, ids: Ids): Decision | null {
  return meeting.hasContributions ? null : new Draft(meeting, ids).toMeeting({ type: 'meeting.contributed' }).accepted()
}

export function decideRecord(
  _proceedings: Proceedings,
  { record }: CommandOf<'meeting.setRecord'>,
  draft: Draft,
): Decision {
  const { activityTypes = [], focusOfActivity = [] } = record
  if (!areKnown('activityTypes', activityTypes) || !areKnown('focusOfActivity', focusOfActivity)) {
    return refuse('not-found', 'The record names a term that the vocabulary does not have.')
  }
  const idOf = (field: keyof RecordInput) => {
    const text = record[field]
    return typeof text === 'string' ? draft.text(text) : undefined
  }
  const ids = {
    partnersId: idOf('partners'),
    implementersId: idOf('implementers'),
    donorsId: idOf('donors'),
    budgetId: idOf('budget'),
    contactId: idOf('contact'),
    venueId: idOf('venue'),
  }
  const given = Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined))
  return draft.toMeeting({ type: 'meeting.recordSet', record: { activityTypes, focusOfActivity, ...given } }).accepted()
}

function areKnown(list: string, ids: string[]): boolean {
  const terms = termsOf(list)
  return ids.every((id) => terms.some((term) => term.id === id))
}
