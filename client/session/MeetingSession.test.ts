import { beforeEach, describe, expect, it } from 'vitest'
import type { Command } from '../../shared/contracts/commands.ts'
import type { MessagesPage } from '../../shared/contracts/http.ts'
import type { MeetingId, ParticipantId, RoomId } from '../../shared/contracts/ids.ts'
import { makeProblem } from '../../shared/contracts/problems.ts'
import type { ResumeRequest } from '../../shared/contracts/realtime.ts'
import { initialState } from '../../shared/proceedings/state.ts'
import { offlineProblem } from '../lib/offlineProblem.ts'
import { MeetingSession } from './MeetingSession.ts'
import type { SocketHandlers } from './meetingSocket.ts'

const alice = 'alice' as ParticipantId
const plenary = 'plenary' as RoomId
const at = 1_700_000_000_000

/** The server's side of the port, driven by hand. */
class FakeSocket {
  handlers: SocketHandlers | null = null
  readonly commands: { command: Command; answer: (raw: unknown) => void }[] = []
  readonly resumes: { request: ResumeRequest; answer: (raw: unknown) => void }[] = []
  isDisposed = false

  get say(): SocketHandlers {
    if (!this.handlers) throw new Error('the session has not opened its socket')
    return this.handlers
  }

  open = (handlers: SocketHandlers) => {
    this.handlers = handlers
    return {
      command: (command: Command, answer: (raw: unknown) => void) => void this.commands.push({ command, answer }),
      resume: (request: ResumeRequest, answer: (raw: unknown) => void) => void this.resumes.push({ request, answer }),
      dispose: () => {
        this.isDisposed = true
      },
    }
  }
}

let socket: FakeSocket
let session: MeetingSession
let pages: { before: number; resolve: (page: MessagesPage) => void }[]

beforeEach(() => {
  socket = new FakeSocket()
  pages = []
  session = new MeetingSession({
    meetingId: 'm1' as MeetingId,
    seat: alice,
    openSocket: socket.open,
    fetchMessages: (_room, before) => new Promise((resolve) => void pages.push({ before, resolve })),
  })
})

const meetingState = { ...initialState.meeting, meetingId: 'm1', plenaryId: plenary, titleId: 't1' }

function sayMeeting(seq = 3, state: object = meetingState): void {
  const content = { t1: { text: 'Panama' } }
  socket.say.snapshot({ stream: 'meeting/m1', seq, state, content, people: { alice: { name: 'Alice' } } })
}

function sayJoined(seq: number, participantId: string): void {
  const people = { [participantId]: { name: participantId.toUpperCase() } }
  socket.say.event({
    stream: 'meeting/m1',
    seq,
    at,
    type: 'participant.joined',
    participantId,
    role: 'observer',
    people,
  })
}

function sayMessage(seq: number, text: string): void {
  const body = { messageId: `m${seq}`, authorId: 'alice', contentId: `c${seq}` }
  const content = { [`c${seq}`]: { text, language: 'es' } }
  socket.say.event({ stream: 'room/plenary', seq, at, type: 'message.posted', ...body, content })
}

function sayRoom(seqs: number[], messageCount: number): void {
  const messages = seqs.map((seq) => ({ messageId: `m${seq}`, seq, at, authorId: 'alice', contentId: `c${seq}` }))
  const content = Object.fromEntries(seqs.map((seq) => [`c${seq}`, { text: `text ${seq}` }]))
  const seq = seqs.at(-1) ?? 0
  socket.say.snapshot({ stream: 'room/plenary', seq, state: { messages, messageCount }, content, people: {} })
}

const members = () => Object.keys(session.getSnapshot().meeting?.members ?? {})
const texts = () => session.getSnapshot().logs[plenary]?.messages.map((message) => message.text)

describe('folding', () => {
  it('shows the snapshot, then what each event changes, with the names that come along', () => {
    socket.say.connected()
    sayMeeting()
    sayJoined(4, 'bob')
    expect(members()).toEqual(['bob'])
    expect(session.nameOf('alice')).toBe('Alice')
    expect(session.nameOf('bob')).toBe('BOB')
    expect(session.nameOf('carol')).toBeNull()
  })

  it('never changes a snapshot that it handed out', () => {
    sayMeeting()
    const before = session.getSnapshot()
    sayJoined(4, 'bob')
    expect(before.meeting?.members).toEqual({})
    expect(session.getSnapshot()).not.toBe(before)
  })

  it('drops an event that it has already folded', () => {
    sayMeeting(4, { ...meetingState, members: {} })
    sayJoined(4, 'bob')
    expect(members()).toEqual([])
  })

  it('folds what came before its snapshot once the snapshot is there', () => {
    sayJoined(4, 'bob')
    expect(session.getSnapshot().meeting).toBeNull()
    sayMeeting(3)
    expect(members()).toEqual(['bob'])
  })

  it('lets an event of an unknown type pass and keeps counting', () => {
    sayMeeting()
    socket.say.event({ stream: 'meeting/m1', seq: 4, at, type: 'timer.started', seconds: 60 })
    sayJoined(5, 'bob')
    expect(members()).toEqual(['bob'])
    expect(session.getSnapshot().isDamaged).toBe(false)
  })

  it('says that it is incomplete when a known event is not whole, and goes on', () => {
    sayMeeting()
    socket.say.event({ stream: 'meeting/m1', seq: 4, at, type: 'participant.joined', role: 'king' })
    sayJoined(5, 'bob')
    expect(members()).toEqual(['bob'])
    expect(session.getSnapshot().isDamaged).toBe(true)
  })

  it('takes from the screen what the seat may no longer read', () => {
    const people = {}
    socket.say.snapshot({ stream: 'moderators/m1', seq: 1, state: { code: 'K7M4PX' }, content: {}, people })
    expect(session.getSnapshot().moderators?.code).toBe('K7M4PX')
    socket.say.left({ stream: 'moderators/m1' })
    expect(session.getSnapshot().moderators).toBeNull()
  })
})

describe('a gap in a stream', () => {
  it('is asked for once, and what came early waits for it', () => {
    sayMeeting(3)
    sayJoined(6, 'dora')
    sayJoined(5, 'carol')
    expect(members()).toEqual([])
    expect(socket.resumes.map(({ request }) => request)).toEqual([{ stream: 'meeting/m1', after: 3 }])
    sayJoined(4, 'bob')
    expect(members()).toEqual(['bob', 'carol', 'dora'])
  })

  it('is closed by a newer snapshot too', () => {
    sayMeeting(3)
    sayJoined(6, 'dora')
    sayMeeting(5)
    expect(members()).toEqual(['dora'])
  })

  it('is asked for again when the answer did not close it', () => {
    sayMeeting(3)
    sayJoined(5, 'carol')
    socket.resumes[0]?.answer({ ok: false })
    sayJoined(6, 'dora')
    expect(socket.resumes).toHaveLength(2)
  })
})

describe('a command', () => {
  const post: Command = { type: 'message.post', text: 'hola' }

  it('carries an id and gives the acknowledgement', async () => {
    socket.say.connected()
    const ack = session.command(post)
    expect(socket.commands[0]?.command).toMatchObject({ ...post, commandId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    socket.commands[0]?.answer({ ok: true, events: [] })
    expect(await ack).toEqual({ ok: true, events: [] })
  })

  it('is sent again under the same id after the connection was lost before its answer', async () => {
    socket.say.connected()
    const ack = session.command(post)
    socket.say.lost()
    socket.say.connected()
    expect(socket.commands).toHaveLength(2)
    expect(socket.commands[1]?.command).toEqual(socket.commands[0]?.command)
    socket.commands[1]?.answer({ ok: true, events: [] })
    expect((await ack).ok).toBe(true)
  })

  it('is not sent again once it was answered', () => {
    socket.say.connected()
    void session.command(post)
    socket.commands[0]?.answer({ ok: false, problem: makeProblem('not-now', 'closed') })
    socket.say.lost()
    socket.say.connected()
    expect(socket.commands).toHaveLength(1)
  })

  it('is refused at once while there is no connection', async () => {
    expect(await session.command(post)).toEqual({ ok: false, problem: offlineProblem })
    expect(socket.commands).toEqual([])
  })

  it('is answered with a refusal when the server does not take the seat any more', async () => {
    const problem = makeProblem('unauthorized', 'This session has ended.')
    socket.say.connected()
    const ack = session.command(post)
    socket.say.refused(problem)
    expect(await ack).toEqual({ ok: false, problem })
  })

  it('is answered with a refusal when the acknowledgement cannot be read', async () => {
    socket.say.connected()
    const ack = session.command(post)
    socket.commands[0]?.answer('yes')
    expect(await ack).toMatchObject({ ok: false, problem: { code: 'internal' } })
  })
})

describe('the connection', () => {
  it('is connecting, live, reconnecting and live again', () => {
    const seen: string[] = []
    session.subscribe(() => seen.push(session.getSnapshot().connection.status))
    socket.say.connected()
    socket.say.lost()
    socket.say.connected()
    expect(seen).toEqual(['live', 'reconnecting', 'live'])
  })

  it('ends when the person is removed, and nothing brings it back', () => {
    socket.say.connected()
    socket.say.event({ stream: 'person/alice', seq: 1, at, type: 'seat.waiting', meetingId: 'm1' })
    socket.say.snapshot({ stream: 'person/alice', seq: 2, state: { status: 'removed' }, content: {}, people: {} })
    socket.say.lost()
    expect(session.getSnapshot().connection).toEqual({ status: 'ended', reason: 'removed' })
    expect(socket.isDisposed).toBe(true)
  })

  it('ends otherwise for who was not let in', () => {
    socket.say.connected()
    socket.say.snapshot({ stream: 'person/alice', seq: 1, state: { status: 'waiting' }, content: {}, people: {} })
    socket.say.event({ stream: 'person/alice', seq: 2, at, type: 'seat.removed', meetingId: 'm1' })
    expect(session.getSnapshot().connection).toEqual({ status: 'ended', reason: 'turnedAway' })
  })

  it('keeps who is online up to date and forgets it when it is lost', () => {
    socket.say.connected()
    socket.say.presence({ stream: 'meeting/m1', online: ['alice', 'bob'] })
    socket.say.presence({ stream: 'meeting/m1', joined: ['carol'], left: ['bob'] })
    expect([...session.getSnapshot().online]).toEqual(['alice', 'carol'])
    socket.say.lost()
    expect([...session.getSnapshot().online]).toEqual([])
  })

  it('lets a waiting person in without a new connection', () => {
    socket.say.connected()
    socket.say.snapshot({ stream: 'person/alice', seq: 1, state: { status: 'waiting' }, content: {}, people: {} })
    socket.say.lobby({ ahead: 2 })
    expect(session.getSnapshot().lobbyAhead).toBe(2)
    const admitted = { type: 'seat.admitted', meetingId: 'm1', role: 'participant' }
    socket.say.event({ stream: 'person/alice', seq: 2, at, ...admitted })
    sayMeeting()
    expect(session.getSnapshot().person.status).toBe('admitted')
    expect(session.getSnapshot().meeting?.plenaryId).toBe(plenary)
  })
})

describe('the messages of a room', () => {
  it('grow at the end and are kept beyond what the folded state holds', () => {
    sayRoom([1], 1)
    for (let seq = 2; seq <= 60; seq += 1) sayMessage(seq, `text ${seq}`)
    expect(texts()).toHaveLength(60)
    expect(session.getSnapshot().logs[plenary]?.hasOlder).toBe(false)
  })

  it('get an older page in front', async () => {
    sayRoom([51, 52], 52)
    const loading = session.loadOlderMessages(plenary)
    expect(pages[0]?.before).toBe(51)
    const older = { messageId: 'm50', seq: 50, at, authorId: 'alice', text: 'older' }
    pages[0]?.resolve({ messages: [older], people: {}, more: true } as unknown as MessagesPage)
    await loading
    expect(texts()).toEqual(['older', 'text 51', 'text 52'])
    expect(session.getSnapshot().logs[plenary]?.hasOlder).toBe(true)
  })

  it('continue over a reconnect that they touch', () => {
    sayRoom([1, 2], 2)
    sayMessage(3, 'text 3')
    sayRoom([2, 3, 4], 4)
    expect(texts()).toEqual(['text 1', 'text 2', 'text 3', 'text 4'])
  })

  it('start anew after a long absence, so that no hole is hidden', () => {
    sayRoom([1, 2], 2)
    sayRoom([90, 91], 91)
    expect(texts()).toEqual(['text 90', 'text 91'])
    expect(session.getSnapshot().logs[plenary]?.hasOlder).toBe(true)
  })
})
