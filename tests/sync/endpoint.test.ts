/** The door of `/sync/<document>` before it is known who knocks: a real socket, a clock that is moved by hand. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Seat } from '../../server/access/ports.ts'
import { SyncEndpoint, type SyncPorts } from '../../server/realtime/SyncEndpoint.ts'
import { routeUpgrades } from '../../server/realtime/upgradeRouter.ts'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { FakeClock } from '../support/handDriven.ts'

const server = http.createServer()
let clock: FakeClock
let endpoint: SyncEndpoint
let socket: WebSocket
let reached: string[]
/** Ends the wait for who it is: with nobody. */
let judge: () => void

beforeEach(async () => {
  clock = new FakeClock()
  reached = []
  const nobody = new Promise<Seat | null>((resolve) => {
    judge = () => resolve(null)
  })
  const ports = {
    clock,
    origins: { allows: () => true },
    identity: { seatOf: () => nobody },
    limited: (limit: string) => reached.push(limit),
  }
  endpoint = new SyncEndpoint(ports as unknown as SyncPorts)
  routeUpgrades(server, endpoint.handleUpgrade)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The next ping comes in the middle of the time that a judging may take.
  clock.advance(15_000)
  socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync/case/c1`)
  await new Promise((resolve) => socket.once('open', resolve))
})
afterEach(async () => {
  socket.terminate()
  server.removeAllListeners('upgrade')
  await new Promise((resolve) => server.close(resolve))
})

const closed = () => new Promise<number>((resolve) => socket.once('close', resolve))

test('[LI1] who is still being judged when the others are pinged is not taken for dead', async () => {
  const closing = closed()
  clock.advance(5_000)
  judge()
  expect(await closing).toBe(closeCodes.signedOut)
  expect(reached).toEqual([])
})

test('[LI1] a judging that takes too long ends the socket', async () => {
  const closing = closed()
  clock.advance(limits.admissionMs)
  expect(await closing).toBe(1006)
  expect(reached).toEqual(['admissionMs'])
})
