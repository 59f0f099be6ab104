/** What events bring along in their transaction, beside themselves: rows that begin or end with them. */
import type { StoredEvent } from '../../shared/contracts/events.ts'
import type { Append } from './ports.ts'

type Consequences = Required<Pick<Append, 'documents' | 'discarded' | 'decided' | 'revoked'>>

export function consequencesOf(events: StoredEvent[]): Consequences {
  const consequences: Consequences = { documents: [], discarded: [], decided: [], revoked: [] }
  for (const event of events) note(event, consequences)
  return consequences
}

function note(event: StoredEvent, { documents, discarded, decided, revoked }: Consequences): void {
  switch (event.type) {
    case 'case.created':
      documents.push(`case/${event.caseId}`)
      return
    case 'board.created':
      documents.push(`board/${event.boardId}`)
      return
    case 'attachment.removed':
      discarded.push(event.attachmentId)
      return
    case 'deposit.accepted':
    case 'deposit.declined':
      decided.push({ depositId: event.depositId, isAccepted: event.type === 'deposit.accepted' })
      return
    case 'participant.removed':
      revoked.push(event.participantId)
      return
  }
}
