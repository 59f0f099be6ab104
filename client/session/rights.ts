/** Whether a command of this person would be accepted now: asked of the same function that decides on the server. */
import type { Command } from '../../shared/contracts/commands.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { decide } from '../../shared/proceedings/decide.ts'
import { initialState } from '../../shared/proceedings/state.ts'
import { newId } from '../lib/ids.ts'
import { type MeetingSnapshot, roleOf } from './meetingSnapshot.ts'

export function isAccepted(snapshot: MeetingSnapshot, seat: ParticipantId, command: Command): boolean {
  const { meeting, moderators } = snapshot
  if (meeting === null) return false
  // What was said in the rooms decides only about policies, which are asked of the server.
  const proceedings = { meeting, moderators: moderators ?? initialState.moderators, hasMessages: false }
  const actor = { participantId: seat, role: roleOf(snapshot, seat) }
  const ids = { next: <T extends string>() => newId() as T }
  return decide(proceedings, command, actor, ids).ok
}
