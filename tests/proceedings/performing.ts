/** Performs the steps of a random script (scripts.ts) on a node, and gives what came of each. */
import type { LiveMeeting } from '../../server/proceedings/LiveMeeting.ts'
import type { Proceedings } from '../../server/proceedings/Proceedings.ts'
import {
  type DepositId,
  type MeetingId,
  type ParticipantId,
  type StreamName,
  streams,
} from '../../shared/contracts/ids.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import type { Ground } from '../support/proceedings.ts'
import { documentAt, type Step } from './scripts.ts'

/** Snapshots of every stream of the meeting. */
export function everything(live: LiveMeeting, people: ParticipantId[]) {
  const names: StreamName[] = [
    streams.meeting(live.meetingId),
    streams.moderators(live.meetingId),
    ...(Object.keys(live.meeting.rooms) as Parameters<typeof streams.room>[0][]).map(streams.room),
    ...people.map(streams.person),
  ]
  return names.map((name) => live.snapshot(name))
}

export async function liveOf(node: Proceedings, meetingId: MeetingId): Promise<LiveMeeting> {
  const live = await node.meeting(meetingId)
  if (live === null) throw new Error('the meeting has gone')
  return live
}

/** `people` grows with those who come. Gives `type outcome`. */
export async function perform(
  { chance }: Pick<Ground, 'chance'>,
  node: Proceedings,
  meetingId: MeetingId,
  people: ParticipantId[],
  step: Step,
): Promise<string> {
  const state = await liveOf(node, meetingId)
  if (step.do === 'command') {
    const command = step.make({ people, state })
    const actor = people[step.by % people.length] ?? ('nobody' as ParticipantId)
    const outcome = await outcomeOf(node.execute(meetingId, actor, command))
    return `${command.type} ${outcome}`
  }
  if (step.do === 'attach') {
    const actor = people[step.by % people.length] ?? ('nobody' as ParticipantId)
    const content = new TextEncoder().encode(step.words)
    const file = {
      caseId: step.make({ people, state }),
      name: `${step.words}.txt`,
      mediaType: 'text/plain' as const,
      bytes: content.length,
      commandId: undefined,
      async *chunks() {
        yield content
      },
    }
    return `attach ${await outcomeOf(node.attach(meetingId, actor, file))}`
  }
  if (step.do === 'deposit') {
    const document = documentAt({ people, state }, step.at)
    const participantId = people[step.by % people.length] ?? ('nobody' as ParticipantId)
    const deposit = { depositId: chance.id() as DepositId, document, participantId, update: new Uint8Array([0, 0]) }
    return `deposit ${await outcomeOf(node.deposit(meetingId, deposit))}`
  }
  const participantId = chance.id() as ParticipantId
  const entry = { participantId, role: step.role, by: step.by }
  const outcome = await outcomeOf(node.enter(meetingId, entry, { participantId, name: 'Bob' }, { seats: [] }))
  people.push(participantId)
  return `come by ${step.by} ${outcome}`
}

async function outcomeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action
    return 'accepted'
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
    throw error
  }
}
