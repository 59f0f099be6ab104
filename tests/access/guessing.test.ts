/**
 * Limits on wrong codes. A hotel has one address for three hundred people, so what is right is never counted, and what is
 * wrong only where it is new. The server here believes one proxy, so a header says from which network a request comes.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../shared/contracts/limits.ts'
import { type Answer, call, invite, type Target } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { readTables } from '../support/database.ts'
import { type Server, startServer } from '../support/server.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer({ env: { TRUST_PROXY: '1' } })
  cast = await gatherCast(server)
})
afterAll(() => server.dispose())

function tryJoin(network: string, body: unknown, target: Target = server): Promise<Answer> {
  return call(target, 'POST', '/api/join', { body, headers: { 'x-forwarded-for': network } })
}

const wrongCode = (index: number) => ({ code: `WRONG${index}`, name: 'Eva' })
const rightCode = () => ({ code: cast.code, name: 'Eva' })
const statusesOf = (answers: Answer[]) => answers.map(({ status }) => status)

async function guess(network: string, times: number, target: Target = server): Promise<number[]> {
  const statuses: number[] = []
  for (let index = 0; index < times; index++) statuses.push((await tryJoin(network, wrongCode(index), target)).status)
  return statuses
}

test('three hundred people of one address come in at once by the right code', async () => {
  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, index) => tryJoin('10.0.0.1', { code: cast.code, name: `Persona ${index}` })),
  )
  expect(new Set(statusesOf(answers))).toEqual(new Set([201]))
  const people = answers.map(({ body }) => (body as { participant: { id: string } }).participant.id)
  expect(new Set(people).size).toBe(300)
}, 60_000)

describe('an address that tried sixty different wrong codes', () => {
  const network = '10.0.0.2'
  beforeAll(async () => {
    expect(await guess(network, limits.failuresPerAddress)).toEqual(Array(limits.failuresPerAddress).fill(401))
  })

  test('is told to wait and why, also with the right code', async () => {
    for (const body of [wrongCode(1_000), rightCode()]) {
      expect(await tryJoin(network, body)).toMatchObject({
        status: 429,
        body: { code: 'too-many-failures', detail: expect.stringMatching(/wrong codes.*\d+ min.*personal link/) },
      })
    }
  })

  test('still lets people in by their personal link', async () => {
    const { token } = await invite(server, cast.organizerToken, cast.meetingId, { role: 'observer', name: 'Otto' })
    expect((await tryJoin(network, { token })).status).toBe(201)
  })

  test('is still served all else', async () => {
    const path = `/api/meetings/${cast.meetingId}`
    const headers = { 'x-forwarded-for': network }
    expect((await call(server, 'GET', path, { token: cast.organizerToken, headers })).status).toBe(200)
  })

  test('does not shut out other addresses', async () => {
    expect((await tryJoin('10.0.0.3', rightCode())).status).toBe(201)
  })
})

test('one wrong code that a whole hall types five hundred times shuts nobody out', async () => {
  const network = '10.0.0.4'
  const spellings = ['MISPRT', 'misprt', 'MIS-PRT', ' mis prt ']
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_, index) =>
      tryJoin(network, { code: spellings[index % spellings.length], name: 'Eva' }),
    ),
  )
  expect(new Set(statusesOf(answers))).toEqual(new Set([401]))
  expect((await tryJoin(network, rightCode())).status).toBe(201)
})

test('a right code among three hundred guesses that come at once is not found', async () => {
  const network = '10.0.0.5'
  const guesses = Array.from({ length: 300 }, (_, index) => tryJoin(network, wrongCode(index)))
  const answers = await Promise.all([...guesses, tryJoin(network, rightCode())])
  expect(statusesOf(answers)).not.toContain(201)
  expect((await tryJoin(network, rightCode())).status).toBe(429)
})

test('wrong links count too, and are answered as before', async () => {
  const network = '10.0.0.6'
  for (let index = 0; index < limits.failuresPerAddress + 10; index++) {
    expect((await tryJoin(network, { token: `wrong${index}` })).status).toBe(401)
  }
  expect((await tryJoin(network, rightCode())).status).toBe(429)
})

test('refused guesses leave no row in the database', async () => {
  const before = readTables(server.dataDir)
  await guess('10.0.0.7', 5)
  await tryJoin('10.0.0.7', { token: 'wrong' })
  await tryJoin('10.0.0.7', { code: cast.code })
  expect(readTables(server.dataDir)).toEqual(before)
})

describe('a server that believes no proxy', () => {
  test('counts by the socket’s own address, whatever a header says', async () => {
    const alone = await startServer()
    try {
      for (let index = 0; index < limits.failuresPerAddress; index++) {
        await tryJoin(`10.1.0.${index}`, wrongCode(index), alone)
      }
      expect((await tryJoin('10.2.0.1', wrongCode(1_000), alone)).status).toBe(429)
    } finally {
      await alone.dispose()
    }
  })
})

test('behind one proxy the address is the last one that the proxy wrote, not one that the caller did', async () => {
  for (let index = 0; index < limits.failuresPerAddress; index++) {
    await tryJoin(`10.3.0.${index}, 10.4.0.1`, wrongCode(index))
  }
  expect((await tryJoin('10.3.1.1, 10.4.0.1', wrongCode(1_000))).status).toBe(429)
})
