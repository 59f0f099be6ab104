/**
 * Whatever people do, in whatever order: what was refused changed nothing, and a meeting that is loaded from the
 * database equals the one that was in memory all the while.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandTypes } from '../../shared/contracts/commands.ts'
import { readTables } from '../support/database.ts'
import { type Ground, openGround } from '../support/proceedings.ts'
import { everything, liveOf, perform } from './performing.ts'
import { script } from './scripts.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

/** `type outcome` of every step of every run: the scripts are worth something only if all of it occurs. */
const outcomes = new Set<string>()

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
      const outcome = await perform(ground, node, meetingId, people, step)
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
  await fc.assert(property, { seed: 20260310, numRuns: 140 })
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
      'attach accepted',
      'attach forbidden',
      'attach not-found',
      'attach not-now',
      'attachment.remove not-found',
      'card.setMarking conflict',
      'card.setMarking not-found',
      'case.create not-found',
      'case.create not-now',
      'case.setClearance conflict',
      'case.setMarking conflict',
      'come by code not-now',
      'come by link accepted',
      'deposit accepted',
      'deposit conflict',
      'deposit forbidden',
      'deposit not-found',
      'deposit.accept not-found',
      'document.lock conflict',
      'document.lock not-found',
      'document.unlock conflict',
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
  const { event = [], content = [], attachment_chunk: chunk = [] } = readTables(ground.dataDir)
  const bySeq = new Map<string, number[]>()
  for (const { stream, seq } of event) bySeq.set(String(stream), [...(bySeq.get(String(stream)) ?? []), Number(seq)])
  for (const [stream, seqs] of bySeq) {
    expect([stream, seqs.toSorted((a, b) => a - b)]).toEqual([stream, seqs.map((_, at) => at + 1)])
  }
  const spokenOf = new Set(
    event.flatMap(({ payload }) =>
      [...String(payload).matchAll(/"(?:titleId|contentId|placeId|venueId|nameId)":"([^"]+)"/g)].map(([, id]) => id),
    ),
  )
  expect(content.map(({ id }) => String(id)).toSorted()).toEqual([...spokenOf].map(String).toSorted())

  // A file is there from its event on, and gone with the event that takes it back.
  const attached = (kind: string) =>
    event.filter(({ type }) => type === kind).map(({ payload }) => String(JSON.parse(String(payload)).attachmentId))
  const gone = new Set(attached('attachment.removed'))
  const kept = attached('attachment.added').filter((id) => !gone.has(id))
  expect(gone.size).toBeGreaterThan(0)
  expect(chunk.map(({ attachment_id }) => String(attachment_id)).toSorted()).toEqual(kept.toSorted())
})
