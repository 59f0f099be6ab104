/** Two processes' worth of proceedings on one database: each loses races, decides again, and never keeps a stale view. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LiveMeeting } from '../../server/proceedings/LiveMeeting.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { type Ground, openGround } from '../support/proceedings.ts'

let ground: Ground
beforeEach(async () => {
  ground = await openGround()
})
afterEach(() => ground.close())

function viewOf(live: LiveMeeting | null, organizerId: ParticipantId) {
  return live?.readableBy(organizerId).map((stream) => live.snapshot(stream))
}

test('commands on both are all appended, each once and without a hole', async () => {
  const [here, there] = [ground.node(), ground.node()]
  const { meetingId, organizerId } = await ground.found(here)
  await here.execute(meetingId, organizerId, { type: 'meeting.open' })
  await there.meeting(meetingId)

  for (let round = 0; round < 25; round++) {
    await Promise.all(
      [here, there].map((node) =>
        node.execute(meetingId, organizerId, { type: 'message.post', text: `Mensaje ${round}` }),
      ),
    )
  }
  const plenaryId = (await here.meeting(meetingId))?.meeting.plenaryId
  const events = await ground.storage.proceedings.eventsAfter(`room/${plenaryId}`, 0, 100)
  expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
})

test('whoever waits for a turn in a meeting that fell behind decides on the one that replaced it', async () => {
  const [here, there] = [ground.node(), ground.node()]
  const { meetingId, organizerId } = await ground.found(here)
  const bob = 'bob' as ParticipantId
  const enter = (participantId: ParticipantId) =>
    there.enter(
      meetingId,
      { participantId, role: 'participant', by: 'link' },
      { participantId, name: 'Bob' },
      { seats: [] },
    )
  await enter(bob)
  // `here` has not heard of Bob: its first command loses the race, those behind it wait for its turn.
  const commands = [
    here.execute(meetingId, organizerId, { type: 'meeting.open' }),
    here.execute(meetingId, organizerId, { type: 'message.post', text: 'Hola' }),
    here.execute(meetingId, organizerId, { type: 'participant.remove', participantId: bob }),
    here.execute(meetingId, organizerId, { type: 'message.post', text: 'Adiós' }),
  ]
  await Promise.all(commands)

  const live = await here.meeting(meetingId)
  expect(live?.roleOf(bob)).toBeNull()
  const fresh = await ground.node().meeting(meetingId)
  expect(viewOf(live, organizerId)).toEqual(viewOf(fresh, organizerId))
})
