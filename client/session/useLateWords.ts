/** React's way to the words of this seat that their documents did not take, with what became of them. */
import { useMemo, useRef, useSyncExternalStore } from 'react'
import type { DepositId, DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import type { OwnDeposit } from '../../shared/proceedings/state.ts'
import type { LateEntry } from './LateWords.ts'
import type { MeetingSession } from './MeetingSession.ts'
import { useMeeting } from './useMeeting.ts'
import { lateWords } from './windowDocuments.ts'

/** Words of this window; or of an earlier visit, of which only the deposit is known. */
export type OwnWords =
  | { kind: 'here'; entry: LateEntry; outcome: OwnDeposit['outcome'] }
  | { kind: 'earlier'; depositId: DepositId; document: DocumentName; outcome: OwnDeposit['outcome'] }

/** Those that their writer has not closed. Of earlier ones those that wait, or were decided before the reader's eyes. */
export function useLateWords(session: MeetingSession): readonly OwnWords[] {
  const entries = useSyncExternalStore(lateWords.subscribe, lateWords.getSnapshot)
  const deposits = useMeeting(session, (snapshot) => snapshot.person.deposits)
  const seenWaiting = useRef(new Set<DepositId>())
  return useMemo(() => {
    for (const { depositId, outcome } of deposits) if (outcome === 'waiting') seenWaiting.current.add(depositId)
    return ownWords(entries, deposits, session.seat, seenWaiting.current)
  }, [entries, deposits, session.seat])
}

function ownWords(
  entries: readonly LateEntry[],
  deposits: readonly OwnDeposit[],
  seat: ParticipantId,
  seenWaiting: ReadonlySet<DepositId>,
): readonly OwnWords[] {
  const own = entries.filter((entry) => entry.seat === seat)
  const here = own.map((entry): OwnWords => ({ kind: 'here', entry, outcome: outcomeOf(entry, deposits) }))
  const isHere = (id: DepositId) => own.some(({ status }) => status.state === 'handedIn' && status.depositId === id)
  // The deposit is known before its answer is here: for that moment it is no earlier one.
  const isComing = (document: DocumentName) =>
    own.some((one) => one.document === document && one.status.state === 'sending')
  const earlier = deposits.filter(
    ({ depositId, document }) => seenWaiting.has(depositId) && !isHere(depositId) && !isComing(document),
  )
  return [
    ...here.filter((one) => one.kind === 'earlier' || one.entry.dismissed !== one.outcome),
    ...earlier.map((deposit): OwnWords => ({ kind: 'earlier', ...deposit })),
  ]
}

function outcomeOf({ status }: LateEntry, deposits: readonly OwnDeposit[]): OwnDeposit['outcome'] {
  const own = status.state === 'handedIn' ? deposits.find(({ depositId }) => depositId === status.depositId) : undefined
  return own?.outcome ?? 'waiting'
}
