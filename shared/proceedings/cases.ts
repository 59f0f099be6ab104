/**
 * Cases: their creation, mark and clearance. The source of a case decides who may see it outside (TLP 2.0): its owner
 * sets any mark and alone clears it; a moderator may only make the mark stricter and take a clearance back.
 */
import type { CommandOf } from '../contracts/commands.ts'
import type { CaseId } from '../contracts/ids.ts'
import { limits } from '../contracts/limits.ts'
import { compareMarkings, type Marking, stricterOf } from '../contracts/terms.ts'
import { stageOf } from '../vocabulary/vocabulary.ts'
import { type Actor, type Decision, type Draft, type Proceedings, refuse } from './decision.ts'
import { policiesOf } from './policies.ts'
import { moderates } from './policy.ts'
import type { CaseEntry } from './state.ts'

/** Marks whose text may reach people outside the participants' organizations (TLP 2.0). */
export const reportableMarkings: readonly Marking[] = ['TLP:CLEAR', 'TLP:GREEN']

/** Deny by default: a report may use a case that its owner cleared and whose mark permits it. */
export function isReportable({ clearance, marking }: CaseEntry): boolean {
  return clearance !== 'no' && reportableMarkings.includes(marking)
}

export function decideCaseCreate(
  { meeting }: Proceedings,
  command: CommandOf<'case.create'>,
  actor: Actor,
  draft: Draft,
): Decision {
  const roomId = command.roomId ?? meeting.plenaryId
  if (roomId === null || !meeting.rooms[roomId]) return refuse('not-found', 'This room does not exist.')
  if (Object.keys(meeting.cases).length >= limits.casesPerMeeting) {
    return refuse('not-now', `A meeting holds at most ${limits.casesPerMeeting} cases.`)
  }
  return draft
    .toMeeting({
      type: 'case.created',
      caseId: draft.id<CaseId>(),
      roomId,
      titleId: draft.text(command.title, command.language),
      ownerId: actor.participantId,
      marking: policiesOf(meeting).defaultMarking,
    })
    .accepted()
}

export function decideMarking(
  { meeting }: Proceedings,
  { caseId, marking }: CommandOf<'case.setMarking'>,
  actor: Actor,
  draft: Draft,
): Decision {
  const entry = meeting.cases[caseId]
  if (!entry) return refuse('not-found', 'This case does not exist.')
  const change = compareMarkings(marking, entry.marking)
  if (change === 0) return refuse('conflict', `The case is already marked ${marking}.`)
  if (entry.ownerId !== actor.participantId) {
    if (!moderates(actor.role))
      return refuse('forbidden', 'Only the person who brought the case and the moderators set its mark.')
    if (change < 0) return refuse('forbidden', 'Only the person who brought the case can make its mark less strict.')
  }
  return draft.toMeeting({ type: 'case.marked', caseId, marking }).accepted()
}

export function decideClearance(
  { meeting }: Proceedings,
  command: CommandOf<'case.setClearance'>,
  actor: Actor,
  draft: Draft,
): Decision {
  const { caseId, clearance, digest = 'no', isAnonymized = false } = command
  const entry = meeting.cases[caseId]
  if (!entry) return refuse('not-found', 'This case does not exist.')
  const withdraws = clearance === 'no' && digest === 'no'
  if (entry.ownerId !== actor.participantId && !(withdraws && moderates(actor.role))) {
    return refuse('forbidden', 'Only the person who brought the case can clear it.')
  }
  const isSame = entry.clearance === clearance && entry.digest === digest && entry.isAnonymized === isAnonymized
  if (isSame && command.clearedBy === undefined) return refuse('conflict', 'The case already has this clearance.')
  return draft
    .toMeeting({
      type: 'case.cleared',
      caseId,
      clearance,
      ...(command.digest !== undefined ? { digest } : {}),
      ...(command.isAnonymized !== undefined ? { isAnonymized } : {}),
      ...(command.clearedBy !== undefined ? { clearedById: draft.text(command.clearedBy) } : {}),
    })
    .accepted()
}

/** A stage brings the mark that such cases should have at least, until a person has set the mark. */
export function decideStage(
  { meeting }: Proceedings,
  { caseId, stage }: CommandOf<'case.setStage'>,
  actor: Actor,
  draft: Draft,
): Decision {
  const entry = meeting.cases[caseId]
  const known = stageOf(stage)
  if (!entry) return refuse('not-found', 'This case does not exist.')
  if (!known) return refuse('not-found', 'The vocabulary has no such stage.')
  if (!ownsOrModerates(entry, actor)) {
    return refuse('forbidden', 'Only the person who brought the case and the moderators set its stage.')
  }
  if (entry.stage === stage) return refuse('conflict', 'The case is already at this stage.')
  const derived = stricterOf(policiesOf(meeting).defaultMarking, known.minTlp)
  const changes = entry.hasDefaultMarking && derived !== entry.marking
  return draft.toMeeting({ type: 'case.staged', caseId, stage, ...(changes ? { marking: derived } : {}) }).accepted()
}

export function decidePresenter(
  { meeting }: Proceedings,
  { caseId, participantId }: CommandOf<'case.setPresenter'>,
  actor: Actor,
  draft: Draft,
): Decision {
  const entry = meeting.cases[caseId]
  if (!entry) return refuse('not-found', 'This case does not exist.')
  if (participantId !== null && !meeting.members[participantId]) {
    return refuse('not-found', 'Nobody with this id is in the meeting.')
  }
  if (!ownsOrModerates(entry, actor)) {
    return refuse('forbidden', 'Only the person who brought the case and the moderators say who presents it.')
  }
  if (entry.presenterId === participantId) return refuse('conflict', 'This person already presents the case.')
  return draft.toMeeting({ type: 'case.presenterSet', caseId, presenterId: participantId }).accepted()
}

function ownsOrModerates(entry: CaseEntry, { participantId, role }: Actor): boolean {
  return entry.ownerId === participantId || moderates(role)
}
