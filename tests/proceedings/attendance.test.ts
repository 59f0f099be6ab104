/** Who was there on which day: by the meeting's own calendar, once, and only who was in. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { Attendance, type AttendedDay } from '../../server/proceedings/Attendance.ts'
import { attendanceAnswer } from '../../shared/contracts/http.ts'
import type { MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import { initialState } from '../../shared/proceedings/state.ts'
import { call } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket } from '../support/socket.ts'
import { until } from '../support/until.ts'

const meetingId = 'm1' as MeetingId
const alice = 'alice' as ParticipantId
const bob = 'bob' as ParticipantId
const panama = { meetingId, meeting: { ...initialState.meeting, timezone: 'America/Panama' } }

const cancel = () => undefined

/** An attendance whose clock is set by hand; `writes` are those that the store was asked for. */
function byHand() {
  const writes: AttendedDay[] = []
  let now = 0
  let fails = false
  const attendance = new Attendance({
    store: {
      async attend(_meeting, attended) {
        if (fails) throw new Error('the disk is full')
        writes.push(attended)
      },
      attendanceOf: async () => writes,
    },
    clock: { now: () => now, after: () => ({ cancel }), every: () => ({ cancel }) },
  })
  return {
    attendance,
    writes,
    at: (moment: string) => {
      now = Date.parse(moment)
    },
    fail: (doesFail: boolean) => {
      fails = doesFail
    },
  }
}

test('a day is the meeting’s own, not that of the server or of Greenwich', async () => {
  const { attendance, at } = byHand()
  at('2026-03-11T04:30:00Z')
  await attendance.note(panama, alice)
  at('2026-03-11T05:30:00Z')
  await attendance.note(panama, alice)
  await attendance.note(panama, bob)
  expect(await attendance.days(meetingId)).toEqual([
    { day: '2026-03-10', participantIds: [alice] },
    { day: '2026-03-11', participantIds: [alice, bob] },
  ])
})

test('a socket more writes nothing; a write that failed is tried again', async () => {
  const { attendance, writes, at, fail } = byHand()
  at('2026-03-10T15:00:00Z')
  fail(true)
  await expect(attendance.note(panama, alice)).rejects.toThrow('the disk is full')
  fail(false)
  await attendance.note(panama, alice)
  await attendance.note(panama, alice)
  expect(writes).toHaveLength(1)
})

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
})
afterAll(() => server.dispose())

async function daysOf() {
  const answer = await call(server, 'GET', `/api/meetings/${cast.meetingId}/attendance`, { token: cast.organizerToken })
  return attendanceAnswer.parse(answer.body).days
}

test('who connects is noted, who only waits is not', async () => {
  expect(await daysOf()).toEqual([])
  const { participant, waiting } = cast.people
  for (const { token } of [participant, waiting]) {
    const socket = await connectSocket(server, token)
    onTestFinished(() => socket.close())
  }
  const days = await until(async () => {
    const noted = await daysOf()
    return noted.length > 0 && noted
  }, 'the participant is noted')
  expect(days.map(({ participantIds }) => participantIds)).toEqual([[participant.participantId]])
})
