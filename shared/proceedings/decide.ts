/**
 * `decide(proceedings, command, actor, ids)`: what a participant's command does, or why not. Pure: no clock, no
 * chance, no I/O. The server appends what it answers; the client asks it too, to grey out exactly what would be
 * refused. First the policy table is asked, then the command's own rule.
 */
import type { Command } from '../contracts/commands.ts'
import { decideAgendaAdvance, decideAgendaSet } from './agenda.ts'
import { decideAttachmentRemove } from './attachments.ts'
import { decideBoardCreate, decideCardMarking } from './boards.ts'
import { decideCaseCreate, decideClearance, decideMarking, decidePresenter, decideStage } from './cases.ts'
import { type Actor, type Decision, Draft, type Ids, type Proceedings, refuse } from './decision.ts'
import { decideDepositOutcome } from './deposits.ts'
import { decideMessagePost } from './discussion.ts'
import { decideLock, decideUnlock } from './documents.ts'
import { decideAdmit, decideRemove, decideSetRole } from './participants.ts'
import { decidePolicies, decideRecord } from './policies.ts'
import { judge } from './policy.ts'

export function decide(proceedings: Proceedings, command: Command, actor: Actor, ids: Ids): Decision {
  const { meeting } = proceedings
  const verdict = judge(command.type, actor.role, meeting.status)
  if (verdict === 'forbidden') return refuse('forbidden', 'Your role in this meeting does not include this.')
  if (verdict === 'not-now') return refuse('not-now', reasons[meeting.status])

  const draft = new Draft(meeting, ids)
  switch (command.type) {
    case 'meeting.open':
      return draft.toMeeting({ type: 'meeting.opened' }).accepted()
    case 'meeting.close':
      return draft.toMeeting({ type: 'meeting.closed' }).accepted()
    case 'meeting.setPolicies':
      return decidePolicies(proceedings, command, draft)
    case 'meeting.setRecord':
      return decideRecord(proceedings, command, draft)
    case 'participant.admit':
      return decideAdmit(proceedings, command, draft)
    case 'participant.remove':
      return decideRemove(proceedings, command, actor, draft)
    case 'participant.setRole':
      return decideSetRole(proceedings, command, draft)
    case 'agenda.set':
      return decideAgendaSet(proceedings, command, draft)
    case 'agenda.advance':
      return decideAgendaAdvance(proceedings, command, draft)
    case 'case.create':
      return decideCaseCreate(proceedings, command, actor, draft)
    case 'case.setMarking':
      return decideMarking(proceedings, command, actor, draft)
    case 'case.setClearance':
      return decideClearance(proceedings, command, actor, draft)
    case 'case.setStage':
      return decideStage(proceedings, command, actor, draft)
    case 'case.setPresenter':
      return decidePresenter(proceedings, command, actor, draft)
    case 'attachment.remove':
      return decideAttachmentRemove(proceedings, command, actor, draft)
    case 'board.create':
      return decideBoardCreate(proceedings, command, draft)
    case 'card.setMarking':
      return decideCardMarking(proceedings, command, actor, draft)
    case 'document.lock':
      return decideLock(proceedings, command, draft)
    case 'document.unlock':
      return decideUnlock(proceedings, command, draft)
    case 'deposit.accept':
    case 'deposit.decline':
      return decideDepositOutcome(proceedings, command, draft)
    case 'message.post':
      return decideMessagePost(proceedings, command, actor, draft)
  }
}

const reasons = {
  draft: 'The meeting has not been opened yet.',
  live: 'The meeting is already open.',
  closed: 'The meeting is closed: it can be read and exported. A facilitator can open it again.',
} as const
