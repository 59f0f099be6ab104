/**
 * Coming back after a cut: a client that folds what it hears, and resumes each stream from the last event that it has,
 * ends with exactly the state that a fresh snapshot shows.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../shared/contracts/commands.ts'
import type { WireEvent } from '../../shared/contracts/events.ts'
import { type StreamName, streamKindOf } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import type { Snapshot } from '../../shared/contracts/realtime.ts'
import { evolve } from '../../shared/proceedings/evolve.ts'
import type { StateOf } from '../../shared/proceedings/state.ts'
import { command } from '../support/api.ts'
import { type Cast, gatherCast } from '../support/cast.ts'
import { type Server, startServer } from '../support/server.ts'
import { connectSocket, type TestSocket } from '../support/socket.ts'
import { until, within } from '../support/until.ts'

let server: Server
let cast: Cast
beforeAll(async () => {
  server = await startServer()
  cast = await gatherCast(server)
  await command(server, cast.organizerToken, cast.meetingId, { type: 'meeting.open' })
})
afterAll(() => server.dispose())

/** One stream as a client holds it: what comes early waits, what is known is passed over. */
class Folded {
  seq: number
  #state: unknown
  readonly #stream: StreamName
  readonly #content: Record<string, unknown>
  readonly #people: Record<string, unknown>
  readonly #early = new Map<number, WireEvent>()

  constructor({ stream, seq, state, content, people }: Snapshot) {
    this.#stream = stream
    this.seq = seq
    this.#state = state
    this.#content = { ...content }
    this.#people = { ...people }
  }

  hear(event: WireEvent): void {
    if (event.stream === this.#stream && event.seq > this.seq) this.#early.set(event.seq, event)
    for (let next = this.#early.get(this.seq + 1); next; next = this.#early.get(this.seq + 1)) {
      const kind = streamKindOf(this.#stream)
      this.#state = evolve(kind, this.#state as StateOf[typeof kind], next, next)
      Object.assign(this.#content, next.content)
      Object.assign(this.#people, next.people)
      this.#early.delete(next.seq)
      this.seq = next.seq
    }
  }

  /** Of the texts and people only those that a snapshot needs: what was said before may be held, too. */
  like({ content, people }: Snapshot) {
    const pick = (from: Record<string, unknown>, keys: object) =>
      Object.fromEntries(Object.keys(keys).map((key) => [key, from[key]]))
    return {
      stream: this.#stream,
      seq: this.seq,
      state: this.#state,
      content: pick(this.#content, content),
      people: pick(this.#people, people),
    }
  }
}

function resume(socket: TestSocket, stream: string, after: number): Promise<unknown> {
  return within(
    new Promise((resolve) => socket.socket.emit('resume', { stream, after }, resolve)),
    'the server answers to resume',
  )
}

async function freshSnapshots(token: string, names: string[]): Promise<Snapshot[]> {
  const fresh = await connectSocket(server, token)
  const snapshots = await Promise.all(names.map((name) => fresh.snapshot(name)))
  fresh.close()
  return snapshots
}

type Step = 'post' | 'case' | 'agenda' | 'arrive' | 'cut'

const commandOf: Record<Exclude<Step, 'arrive' | 'cut'>, () => Command> = {
  post: () => ({ type: 'message.post', text: 'Sigo aquí' }),
  case: () => ({ type: 'case.create', title: 'Caso' }),
  agenda: () => ({ type: 'agenda.set', items: [{ kind: 'break', title: 'Café' }] }),
}

test('a socket that is cut at random and resumes by sequence number folds to what a fresh one is shown', async () => {
  const { token } = cast.people.facilitator
  const names = [`meeting/${cast.meetingId}`, `room/${cast.meeting.plenaryId}`, `moderators/${cast.meetingId}`]
  const socket = await connectSocket(server, token)
  const streams = new Map<string, Folded>()
  for (const name of names) streams.set(name, new Folded(await socket.snapshot(name)))
  socket.socket.on('event', (event) => streams.get(event.stream)?.hear(event))
  // It comes back by itself; what it is shown then is left aside, so that only events fill the gap.
  socket.socket.on('connect', () => {
    for (const [stream, { seq }] of streams) socket.socket.emit('resume', { stream, after: seq })
  })

  const script = fc.array(fc.constantFrom<Step>('post', 'post', 'case', 'agenda', 'arrive', 'cut', 'cut'), {
    minLength: 60,
    maxLength: 60,
  })
  let cuts = 0
  for (const step of fc.sample(script, { seed: 20260310, numRuns: 1 }).flat()) {
    if (step === 'cut') {
      await until(() => socket.socket.connected, 'the socket is back')
      socket.socket.io.engine.close()
      cuts += 1
    } else if (step === 'arrive') await cast.someoneWaiting()
    else await command(server, cast.organizerToken, cast.meetingId, commandOf[step]())
  }
  expect(cuts).toBeGreaterThan(10)

  const fresh = await freshSnapshots(token, names)
  for (const snapshot of fresh) {
    await until(() => streams.get(snapshot.stream)?.seq === snapshot.seq, `${snapshot.stream} has caught up`)
    expect(streams.get(snapshot.stream)?.like(snapshot)).toEqual(snapshot)
  }
  socket.close()
})

describe('resume', () => {
  /** More than a page of messages in the room of the other meeting. */
  async function longRoom() {
    const { organizerToken, meeting } = cast.elsewhere
    const stream = `room/${meeting.plenaryId}`
    const socket = await connectSocket(server, organizerToken)
    const { seq } = await socket.snapshot(stream)
    const missing = limits.pageEvents + 10 - seq
    await Promise.all(
      Array.from({ length: Math.max(0, missing) }, () => socket.command({ type: 'message.post', text: 'Otro más' })),
    )
    socket.close()
    return { stream, token: organizerToken, last: seq + Math.max(0, missing) }
  }

  test('brings the events after a sequence number in order, with the texts and names beside them', async () => {
    const { stream, token, last } = await longRoom()
    const socket = await connectSocket(server, token)
    await socket.snapshot(stream)
    expect(await resume(socket, stream, last - 3)).toEqual({ ok: true })
    await until(() => socket.events.length === 3, 'three events arrive')
    expect(socket.events.map(({ seq }) => seq)).toEqual([last - 2, last - 1, last])
    expect(socket.events.map(({ content }) => Object.values(content ?? {}))).toEqual(
      socket.events.map(() => [{ text: 'Otro más' }]),
    )
    expect(socket.snapshots.filter((one) => one.stream === stream)).toHaveLength(1)
    socket.close()
  })

  test('brings a whole page event by event, and a snapshot for a gap that is larger', async () => {
    const { stream, token, last } = await longRoom()
    const socket = await connectSocket(server, token)
    await socket.snapshot(stream)
    await resume(socket, stream, last - limits.pageEvents)
    expect(socket.events).toHaveLength(limits.pageEvents)

    await resume(socket, stream, last - limits.pageEvents - 1)
    expect(socket.events).toHaveLength(limits.pageEvents)
    const shown = socket.snapshots.filter((one) => one.stream === stream)
    expect(shown).toHaveLength(2)
    expect(shown[1]).toEqual(shown[0])
    socket.close()
  })

  test('brings nothing to whoever has everything, and a snapshot to whoever has more than there is', async () => {
    const { stream, token, last } = await longRoom()
    const socket = await connectSocket(server, token)
    await socket.snapshot(stream)
    await resume(socket, stream, last)
    expect([socket.events.length, socket.snapshots.filter((one) => one.stream === stream).length]).toEqual([0, 1])
    await resume(socket, stream, last + 1)
    expect([socket.events.length, socket.snapshots.filter((one) => one.stream === stream).length]).toEqual([0, 2])
    socket.close()
  })

  test.each([
    [undefined],
    [null],
    ['room/x'],
    [{}],
    [{ stream: 'room/x' }],
    [{ stream: 'room/x', after: -1 }],
    [{ stream: 'room/x', after: 1.5 }],
    [{ stream: 'room/x', after: '1' }],
    [{ stream: 'rooms/x', after: 1 }],
    [{ stream: 'room/x/y', after: 1 }],
    [{ stream: 'room/x', after: 1, before: 2 }],
  ])('of %j is refused as malformed', async (payload) => {
    const socket = await connectSocket(server, cast.people.observer.token)
    const answer = await within(
      new Promise((resolve) => socket.socket.emit('resume', payload, resolve)),
      'the server answers',
    )
    expect(answer).toMatchObject({ ok: false, problem: { status: 400, code: 'invalid-request' } })
    socket.close()
  })
})
