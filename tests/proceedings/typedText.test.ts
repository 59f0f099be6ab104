/** What people typed comes back from the database as they typed it, whatever it is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ground, openGround } from '../support/proceedings.ts'

let ground: Ground
beforeAll(async () => {
  ground = await openGround()
})
afterAll(() => ground.close())

test.each([
  ['other scripts and signs', 'Ñandú çà ü 漢字 العربية עברית \u{1F5F3}\uFE0F e\u0301'],
  ['white space around it', '  sangría\tcon\r\nrenglones  '],
  ['a sentence of SQL', `'); DROP TABLE event; --"`],
  ['HTML', '<script>alert(1)</script>&amp;'],
  ['characters of control', '.\u0001\u001b[31m\u007f\u2028\u202e\ufeff'],
  ['the longest message', 'ñ'.repeat(4_000)],
])('%s', async (_what, text) => {
  const node = ground.node()
  const { meetingId, organizerId } = await ground.found(node)
  const [posted] = await node.execute(meetingId, organizerId, { type: 'message.post', text })
  const live = await node.meeting(meetingId)
  const fresh = await ground.node().meeting(meetingId)
  const stream = posted?.stream ?? 'room/none'
  expect(fresh?.snapshot(stream)).toEqual(live?.snapshot(stream))
  expect(Object.values(fresh?.snapshot(stream).content ?? {})).toEqual([{ text }])
})
