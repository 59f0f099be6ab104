/**
 * Deposits: words of somebody who had lost the right to write them by the time that they arrived (moved, removed,
 * locked, closed while offline). They wait outside the document until a moderator takes them in or not. Here is who
 * waits and what was decided; the words themselves are kept beside the documents.
 */
import type { CommandOf } from '../contracts/commands.ts'
import { type DepositId, type DocumentName, type ParticipantId, streams } from '../contracts/ids.ts'
import { limits } from '../contracts/limits.ts'
import { type Decision, Draft, type Ids, type Proceedings, refuse } from './decision.ts'
import { accessTo, documentExists } from './documents.ts'
import { standingOf } from './participants.ts'
import { roleOf } from './reading.ts'

export interface Deposited {
  depositId: DepositId
  document: DocumentName
  participantId: ParticipantId
}

/**
 * Somebody hands words in. Not a command of the interface: the words travel beside it. Whoever is or was in may, also
 * as an observer, since roles change while people are offline; few wait at a time, and a moderator reads each.
 */
export function decideDeposit(proceedings: Proceedings, deposited: Deposited, ids: Ids): Decision {
  const { meeting, moderators } = proceedings
  const { document, participantId } = deposited
  const standing = standingOf(proceedings, participantId)
  if (standing !== 'member' && standing !== 'removed') {
    return refuse('forbidden', 'Only people of this meeting hand in words for its documents.')
  }
  if (!documentExists(meeting, document)) return refuse('not-found', 'There is no such document.')
  if (accessTo(meeting, document, roleOf(proceedings, participantId)) === 'write') {
    return refuse('conflict', 'You may write in this document: connect to it, and your words are taken.')
  }
  const waiting = Object.values(moderators.deposits)
  const own = waiting.filter((deposit) => deposit.participantId === participantId)
  if (own.length >= limits.depositsPerPerson || waiting.length >= limits.depositsPerMeeting) {
    return refuse('not-now', 'Too many deposits are waiting: keep your copy and ask a facilitator to look at them.')
  }
  return new Draft(meeting, ids)
    .toModerators({ type: 'deposit.received', ...deposited })
    .append(streams.person(participantId), {
      type: 'words.deposited',
      depositId: deposited.depositId,
      document,
    })
    .accepted()
}

export function decideDepositOutcome(
  { moderators }: Proceedings,
  { type, depositId }: CommandOf<'deposit.accept' | 'deposit.decline'>,
  draft: Draft,
): Decision {
  const deposit = Object.hasOwn(moderators.deposits, depositId) ? moderators.deposits[depositId] : undefined
  if (!deposit) return refuse('not-found', 'No such deposit is waiting.')
  const isAccepted = type === 'deposit.accept'
  return draft
    .toModerators({ type: isAccepted ? 'deposit.accepted' : 'deposit.declined', depositId })
    .append(streams.person(deposit.participantId), {
      type: isAccepted ? 'words.accepted' : 'words.declined',
      depositId,
    })
    .accepted()
}
