/**
 * Whatever people do, in whatever order: what was refused changed nothing, and a meeting that is loaded from the
 * database equals the one that was in memory all the while.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LiveMeeting } from '../../server/proceedings/LiveMeeting.ts'
import type { Proceedings } from '../../server/proceedings/Proceedings.ts'
import { commandTypes } from '../../shared/contracts/commands.ts'
import { type MeetingId, type ParticipantId, type StreamName, streams } from '../../shared/contracts/ids.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import { readTables } from '../support/database.ts'
import { type Ground, openGround } from '../support/proceedings.ts'
import { type Step, script } from './scripts.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

/** `type outcome` of every step of every run: the scripts are worth something only if all of it occurs. */
const outcomes = new Set<string>()

function everything(live: LiveMeeting, people: ParticipantId[]) {
  const names: StreamName[] = [
    streams.meeting(live.meetingId),
    streams.moderators(live.meetingId),
    ...(Object.keys(live.meeting.rooms) as Parameters<typeof streams.room>[0][]).map(streams.room),
    ...people.map(streams.person),
  ]
  return names.map((name) => live.snapshot(name))
}

async function liveOf(node: Proceedings, meetingId: MeetingId): Promise<LiveMeeting> {
  const live = await node.meeting(meetingId)
  if (live === null) throw new Error('the meeting has gone')
  return live
}

async function perform(node: Proceedings, meetingId: MeetingId, people: ParticipantId[], step: Step): Promise<string> {
  const state = await liveOf(node, meetingId)
  if (step.do === 'command') {
    const command = step.make({ people, state })
    const actor = people[step.by % people.length] ?? ('nobody' as ParticipantId)
    const outcome = await outcomeOf(node.execute(meetingId, actor, command))
    return `${command.type} ${outcome}`
  }
  const participantId = ground.chance.id() as ParticipantId
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

test('refusals change nothing, and a meeting that is loaded equals the one that lived', async () => {
  const property = fc.asyncProperty(script, async (steps) => {
    const node = ground.node()
    const { meetingId, organizerId } = await ground.found(node, 'case-digest')
    const people = [organizerId]
    for (const step of steps) {
      const live = await liveOf(node, meetingId)
      const known = [...people]
      const before = everything(live, known)
      const remembered = structuredClone(before)
      const outcome = await perform(node, meetingId, people, step)
      outcomes.add(outcome)
      // States are never changed in place, so that whoever holds one can go on reading it.
      expect(before).toEqual(remembered)
      if (!outcome.endsWith('accepted')) expect(everything(live, known)).toEqual(remembered)
    }
    const fresh = await liveOf(ground.node(), meetingId)
    expect(everything(fresh, people)).toEqual(everything(await liveOf(node, meetingId), people))
    for (const person of people) {
      expect(fresh.readableBy(person)).toEqual((await liveOf(node, meetingId)).readableBy(person))
    }
  })
  await fc.assert(property, { seed: 20260310, numRuns: 60 })
}, 60_000)

test('every command was accepted and refused in those scripts, and each way of refusing occurred', () => {
  for (const type of commandTypes) expect([...outcomes]).toContain(`${type} accepted`)
  for (const type of commandTypes) expect([...outcomes]).toContain(`${type} forbidden`)
  expect([...outcomes].toSorted()).toEqual(
    expect.arrayContaining([
      'agenda.advance conflict',
      'agenda.advance not-found',
      'agenda.advance not-now',
      'agenda.set conflict',
      'agenda.set not-found',
      'board.create not-found',
      'case.create not-found',
      'case.create not-now',
      'case.setClearance conflict',
      'case.setMarking conflict',
      'come by code not-now',
      'come by link accepted',
      'meeting.close not-now',
      'meeting.open not-now',
      'message.post not-found',
      'message.post not-now',
      'participant.admit conflict',
      'participant.admit not-found',
      'participant.remove conflict',
      'participant.remove not-now',
      'participant.setRole conflict',
      'participant.setRole not-found',
      'participant.setRole not-now',
    ]),
  )
})

test('what is in the tables is what was accepted: sequences without holes, and a text for each id', () => {
  const { event = [], content = [] } = readTables(ground.dataDir)
  const bySeq = new Map<string, number[]>()
  for (const { stream, seq } of event) bySeq.set(String(stream), [...(bySeq.get(String(stream)) ?? []), Number(seq)])
  for (const [stream, seqs] of bySeq) {
    expect([stream, seqs.toSorted((a, b) => a - b)]).toEqual([stream, seqs.map((_, at) => at + 1)])
  }
  const spokenOf = new Set(
    event.flatMap(({ payload }) =>
      [...String(payload).matchAll(/"(?:titleId|contentId|placeId|venueId)":"([^"]+)"/g)].map(([, id]) => id),
    ),
  )
  expect(content.map(({ id }) => String(id)).toSorted()).toEqual([...spokenOf].map(String).toSorted())
})
