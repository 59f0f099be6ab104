/** Who is connected now: told whole on arrival and as differences afterwards, of those who are in and to them alone. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket, type TestSocket } from '../support/socket.ts'
import { until } from '../support/until.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
})
afterAll(() => server.dispose())

const open: TestSocket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.close()
})

async function connect(token: string): Promise<TestSocket> {
  const socket = await connectSocket(server, token)
  open.push(socket)
  return socket
}

/** Who is there, as a client knows it from all that it heard. */
function online({ presence }: TestSocket): string[] {
  const there = new Set<string>()
  for (const { online: whole, joined = [], left = [] } of presence) {
    if (whole !== undefined) there.clear()
    for (const id of [...(whole ?? []), ...joined]) there.add(id)
    for (const id of left) there.delete(id)
  }
  return [...there].toSorted()
}

function shows(socket: TestSocket, ...people: string[]) {
  const expected = JSON.stringify(people.toSorted())
  return until(() => JSON.stringify(online(socket)) === expected, `presence shows ${people.length} people`)
}

test('everybody who is in sees the same people come and go', async () => {
  const { facilitator, participant, observer, waiting, foreign } = cast.people
  const first = await connect(facilitator.token)
  await shows(first, facilitator.participantId)
  const second = await connect(participant.token)
  const third = await connect(observer.token)
  const everybody = [facilitator, participant, observer].map(({ participantId }) => participantId)
  for (const socket of [first, second, third]) await shows(socket, ...everybody)
  for (const { presence } of [first, second, third]) {
    expect(new Set(presence.map(({ stream }) => stream))).toEqual(new Set([`meeting/${cast.meetingId}`]))
  }

  // Whoever waits is not there yet, and is not told who is; whoever is elsewhere is elsewhere.
  const lobby = await connect(waiting.token)
  const elsewhere = await connect(foreign.token)
  await shows(elsewhere, foreign.participantId)
  expect(lobby.presence).toEqual([])
  for (const socket of [first, second, third]) await shows(socket, ...everybody)

  third.close()
  for (const socket of [first, second]) await shows(socket, facilitator.participantId, participant.participantId)
})

test('a person with two windows is there once, until the last of them is closed', async () => {
  const { facilitator, rapporteur } = cast.people
  const witness = await connect(facilitator.token)
  const [one, two] = [await connect(rapporteur.token), await connect(rapporteur.token)]
  await shows(witness, facilitator.participantId, rapporteur.participantId)
  one.close()
  // Somebody comes: with that news the closed window would have been told of.
  const { observer } = cast.people
  await connect(observer.token)
  await shows(witness, facilitator.participantId, rapporteur.participantId, observer.participantId)
  expect(witness.presence.flatMap(({ left = [] }) => left)).not.toContain(rapporteur.participantId)
  two.close()
  await shows(witness, facilitator.participantId, observer.participantId)
})
