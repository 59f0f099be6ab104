/**
 * Random scripts of a meeting for the property test: who does what, with numbers that point into what there is by then.
 * A number that points nowhere becomes an id that nobody has, so that refusals for unknown things occur, too.
 */
import fc from 'fast-check'
import type { Command } from '../../shared/contracts/commands.ts'
import type {
  AgendaItemId,
  BoardId,
  CaseId,
  DepositId,
  DocumentName,
  ParticipantId,
  RoomId,
} from '../../shared/contracts/ids.ts'
import { attributions, cardKinds, markings, roles } from '../../shared/contracts/terms.ts'
import type { Proceedings } from '../../shared/proceedings/decision.ts'

/** What exists at a moment, for numbers to point into. */
export interface Pool {
  people: ParticipantId[]
  state: Proceedings
}

export type Step =
  | { do: 'command'; by: number; make: (pool: Pool) => Command }
  | { do: 'attach'; by: number; words: string; make: (pool: Pool) => CaseId }
  | { do: 'deposit'; by: number; at: number }
  | { do: 'come'; by: 'link' | 'code'; role: (typeof roles)[number] }

const index = fc.nat({ max: 11 })
const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((typed) => `.${typed}`)

/** One in twelve numbers points nowhere; the others wrap around. */
function pick<T extends string>(from: T[], at: number): T {
  const found = at === 11 ? undefined : from[at % Math.max(1, from.length)]
  return found ?? ('nowhere' as T)
}

const caseAt = ({ state }: Pool, at: number) => pick(Object.keys(state.meeting.cases) as CaseId[], at)
/** Cases first, of which few are: so that the same one is locked, written late for, and unlocked. */
export function documentAt({ state: { meeting } }: Pool, at: number): DocumentName {
  const names = [
    ...Object.keys(meeting.cases).map((id): DocumentName => `case/${id}`),
    ...Object.keys(meeting.boards).map((id): DocumentName => `board/${id}`),
  ]
  return at === 11 ? 'case/nowhere' : (names[at % Math.max(1, Math.min(3, names.length))] ?? 'case/nowhere')
}

const itemAt = ({ state }: Pool, at: number) =>
  pick(
    state.meeting.agenda.map(({ itemId }) => itemId),
    at,
  )
const roomOf = ({ state }: Pool, at: number) =>
  at < 8 ? {} : { roomId: pick(Object.keys(state.meeting.rooms) as RoomId[], at) }

const commands: fc.Arbitrary<(pool: Pool) => Command>[] = [
  fc.constant(() => ({ type: 'meeting.open' })),
  fc.constant(() => ({ type: 'meeting.close' })),
  fc.constantFrom(...attributions).map((attribution) => () => ({ type: 'meeting.setPolicies', attribution })),
  fc.tuple(words, fc.boolean()).map(([venue, isKnown]) => () => ({
    type: 'meeting.setRecord',
    record: { venue, activityTypes: [isKnown ? 'institutional-capacity-building' : 'magic'] },
  })),
  fc.tuple(index, fc.constantFrom('ps-trial', 'ps-final', 'ps-none')).map(([at, stage]) => (pool) => ({
    type: 'case.setStage',
    caseId: caseAt(pool, at),
    stage,
  })),
  fc.tuple(index, index).map(([at, who]) => (pool) => ({
    type: 'case.setPresenter',
    caseId: caseAt(pool, at),
    participantId: who > 9 ? null : pick(pool.people, who),
  })),
  index.map((at) => (pool) => ({ type: 'participant.admit', participantId: pick(pool.people, at) })),
  index.map((at) => (pool) => ({ type: 'participant.remove', participantId: pick(pool.people, at) })),
  fc.tuple(index, fc.constantFrom(...roles)).map(([at, role]) => (pool) => ({
    type: 'participant.setRole',
    participantId: pick(pool.people, at),
    role,
  })),
  fc.array(fc.tuple(words, index), { maxLength: 4 }).map((items) => (pool) => ({
    type: 'agenda.set',
    items: items.map(([title, at]) => ({
      kind: 'session',
      title,
      // Some keep the identity of an item that there is (few, so that two keep the same one), some that of none.
      ...(at > 5 ? { itemId: itemAt(pool, at === 11 ? at : at % 2) as AgendaItemId } : {}),
    })),
  })),
  index.map((at) => (pool) => ({
    type: 'agenda.advance',
    ...(at > 6 ? { itemId: itemAt(pool, at > 9 ? 11 : 0) } : {}),
  })),
  fc.tuple(words, index).map(([title, at]) => (pool) => ({ type: 'case.create', title, ...roomOf(pool, at) })),
  fc.tuple(index, fc.constantFrom(...markings)).map(([at, marking]) => (pool) => ({
    type: 'case.setMarking',
    caseId: caseAt(pool, at),
    marking,
  })),
  fc
    .tuple(index, fc.constantFrom('no' as const, 'anonymized' as const, 'attributed' as const))
    .map(([at, clearance]) => (pool) => ({ type: 'case.setClearance', caseId: caseAt(pool, at), clearance })),
  fc.tuple(index, index).map(([at, which]) => (pool) => {
    // Mostly a case that has files.
    const cases = Object.entries(pool.state.meeting.cases)
    const withFiles = cases.filter(([, { attachments }]) => attachments.length > 0).map(([id]) => id as CaseId)
    const caseId = at < 9 && withFiles.length > 0 ? pick(withFiles, at) : caseAt(pool, at)
    const files = pool.state.meeting.cases[caseId]?.attachments ?? []
    const attachmentId = pick(
      files.map((file) => file.attachmentId),
      which,
    )
    return { type: 'attachment.remove', caseId, attachmentId }
  }),
  fc.tuple(words, index, fc.subarray([...cardKinds], { minLength: 1 })).map(([title, at, columns]) => (pool) => ({
    type: 'board.create',
    title,
    columns,
    ...roomOf(pool, at),
  })),
  fc.tuple(index, fc.nat({ max: 2 }), fc.option(fc.constantFrom(...markings))).map(([at, card, marking]) => (pool) => ({
    type: 'card.setMarking',
    boardId: pick(Object.keys(pool.state.meeting.boards) as BoardId[], at),
    cardId: `card-${card}`,
    marking,
  })),
  index.map((at) => (pool) => ({ type: 'document.lock', document: documentAt(pool, at) })),
  index.map((at) => (pool) => ({ type: 'document.unlock', document: documentAt(pool, at) })),
  fc.tuple(index, fc.boolean()).map(([at, isAccepted]) => ({ state }) => ({
    type: isAccepted ? 'deposit.accept' : 'deposit.decline',
    depositId: pick(Object.keys(state.moderators.deposits) as DepositId[], at),
  })),
  fc.tuple(words, index).map(([text, at]) => (pool) => ({ type: 'message.post', text, ...roomOf(pool, at) })),
]

/** Half of what happens is done by whoever founded the meeting, since the others may do much less. */
const actor = fc.oneof(fc.constant(0), index)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('come' as const),
      by: fc.constantFrom('link' as const, 'code' as const),
      role: fc.constantFrom(...roles),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('attach' as const),
      by: actor,
      words,
      make: index.map((at) => (pool: Pool) => caseAt(pool, at)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('deposit' as const), by: index, at: index }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('command' as const), by: actor, make: fc.oneof(...commands) }) },
)

export const script: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 60, maxLength: 120 })
