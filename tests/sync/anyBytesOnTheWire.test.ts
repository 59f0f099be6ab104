/** Any bytes over real sockets, at the built server: the room goes on, and the codes arrive. */
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { createMeeting } from '../support/api.ts'
import { seededChance } from '../support/chance.ts'
import { openDocument } from '../support/document.ts'
import { startServer } from '../support/server.ts'
import { nextEvent, within } from '../support/until.ts'
import { drawFrame } from './anyBytes/drawFrame.ts'

const frames = 300
const seed = 4_321

test('[UP2] frames of any bytes over sockets end their own connection at most', { timeout: 60_000 }, async () => {
  const server = await startServer()
  onTestFinished(() => server.dispose())
  const { meeting, organizerToken: token } = await createMeeting(server)
  const board = `board/${meeting.boards[0]?.boardId}`
  const bob = openDocument(server, board, { token, confirm: true })
  onTestFinished(() => bob.destroy())
  await bob.synced()
  bob.doc.getText('bob').insert(0, 'the words of Bob')
  await bob.saved()

  const chance = seededChance(seed)
  const codes = new Set<number | null>()
  for (let count = 0; count < frames; count++) {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/${board}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    await nextEvent(socket, 'message', 'the server asks for what the socket has')
    const closed = new Promise<number>((resolve) => socket.on('close', resolve))
    // The server answers a ping after whatever came before it.
    const answered = new Promise<null>((resolve) => socket.on('pong', () => resolve(null)))
    socket.send(drawFrame(chance))
    socket.ping()
    codes.add(await within(Promise.race([closed, answered]), 'the server has taken or refused the frame'))
    socket.terminate()
  }
  const allowed = [null, closeCodes.malformed, closeCodes.frameTooLarge]
  expect([...codes].filter((code) => !allowed.some((one) => one === code))).toEqual([])
  expect(codes.has(closeCodes.malformed)).toBe(true)

  expect(bob.closeCode()).toBeUndefined()
  const late = openDocument(server, board, { token })
  onTestFinished(() => late.destroy())
  await late.synced()
  expect(late.doc.getText('bob').toString()).toBe('the words of Bob')
})
