/**
 * socket.io: the proceedings live. A socket is in one socket.io room per stream that its person may read, and in no
 * other; each event is sent once to the room of its stream. When a person's place changes (admitted, another role,
 * removed), the rooms of their sockets change within the same turn, so nothing slips between snapshot and events.
 */

import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import type { WebSocket } from 'ws'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { WireEvent } from '../../shared/contracts/events.ts'
import { type ParticipantId, type StreamName, streams } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { makeProblem, ProblemError, parseOrRefuse } from '../../shared/contracts/problems.ts'
import {
  type ClientToServer,
  type CommandAck,
  handshakeAuth,
  resumeRequest,
  type ServerToClient,
} from '../../shared/contracts/realtime.ts'
import { commonStreams } from '../../shared/proceedings/reading.ts'
import { chosenSeat, type Identity } from '../access/Identity.ts'
import type { Origins } from '../access/origins.ts'
import type { Seat } from '../access/ports.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { Metrics } from '../platform/metrics.ts'
import { problemOf } from '../platform/problemOf.ts'
import type { LiveMeeting } from '../proceedings/LiveMeeting.ts'
import type { Proceedings } from '../proceedings/Proceedings.ts'
import { parseCommand } from '../proceedings/parseCommand.ts'
import { Presence } from './Presence.ts'

type PlenariaSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>

interface SocketData {
  seat: Seat
  /** It is in its meeting's stream, and counted among those who are there. */
  isPresent: boolean
}

export interface GatewayPorts {
  identity: Identity
  origins: Origins
  proceedings: Proceedings
  clock: Clock
  chance: Chance
  log: Log
  metrics: Metrics
  /** Somebody is in their meeting, by a first or a further socket. */
  arrived(live: LiveMeeting, participantId: ParticipantId): void
}

export class Gateway {
  readonly #ports: GatewayPorts
  readonly #io: Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>
  readonly #presence: Presence

  constructor(server: HttpServer, ports: GatewayPorts, allowedOrigins: string[]) {
    this.#ports = ports
    this.#io = new Server(server, {
      serveClient: false,
      destroyUpgrade: false,
      maxHttpBufferSize: limits.socketMessageBytes,
      cors: { origin: allowedOrigins, credentials: true },
      allowRequest: (request, decide) => decide(null, ports.origins.allows(request.headers.origin)),
    })
    this.#presence = new Presence(ports.clock, (message) =>
      this.#io.to(message.stream as StreamName).emit('presence', message),
    )
    this.#io.use((socket, next) => {
      this.#authenticate(socket).then(() => next(), next)
    })
    this.#io.on('connection', (socket) => {
      this.#welcome(socket).catch((error: Error) => {
        ports.log.error({ err: error }, 'a socket could not be welcomed')
        socket.disconnect(true)
      })
    })
    ports.proceedings.onChange(({ live, events }) => this.#publish(live, events))
  }

  /** Ends when the HTTP server under it has: engine.io waits for that. */
  async stop(): Promise<void> {
    for (const { conn } of this.#io.sockets.sockets.values()) {
      // engine.io gives no code, which says nothing of a server that will be back. Whoever polls has no code at all.
      const { socket } = conn.transport as unknown as { socket?: WebSocket }
      socket?.close(closeCodes.restarting, 'the server restarts')
    }
    await this.#io.close()
  }

  async #authenticate(socket: PlenariaSocket): Promise<void> {
    const { authorization, cookie } = socket.handshake.headers
    const auth = handshakeAuth.safeParse(socket.handshake.auth)
    const { token, seat = socket.handshake.query.seat } = auth.success ? auth.data : {}
    const found = auth.success
      ? await this.#ports.identity.seatOf({ authorization, cookie, token, seat: chosenSeat(seat) })
      : null
    if (!found) {
      const problem = makeProblem('unauthorized', 'Join the meeting first.')
      throw Object.assign(new Error(problem.code), { data: problem })
    }
    socket.data = { seat: found, isPresent: false }
  }

  async #welcome(socket: PlenariaSocket): Promise<void> {
    const { meetingId, participantId } = socket.data.seat
    this.#ports.metrics.sockets.inc()
    socket.on('disconnect', () => {
      this.#ports.metrics.sockets.dec()
      if (socket.data.isPresent) this.#presence.leave(meetingId, participantId)
    })
    socket.on('command', (payload, ack) => {
      void this.#command(socket.data.seat, payload).then((answer) => typeof ack === 'function' && ack(answer))
    })
    socket.on('resume', (payload, ack) => {
      void this.#resume(socket, payload).then((answer) => typeof ack === 'function' && ack(answer))
    })
    const live = await this.#ports.proceedings.meeting(meetingId)
    if (!live || !this.#place(socket, live)) {
      socket.disconnect(true)
      return
    }
    this.#tellLobby(live)
  }

  /** Puts a socket into the rooms of its person, with a snapshot of each new one. False: none is left. */
  #place(socket: PlenariaSocket, live: LiveMeeting): boolean {
    const { meetingId, participantId } = socket.data.seat
    const readable = new Set<string>(live.readableBy(participantId))
    for (const room of socket.rooms) {
      if (room === socket.id || readable.has(room)) continue
      void socket.leave(room)
      socket.emit('left', { stream: room })
    }
    for (const stream of readable) {
      if (socket.rooms.has(stream)) continue
      void socket.join(stream)
      socket.emit('snapshot', live.snapshot(stream as StreamName))
      if (stream === streams.meeting(meetingId)) this.#arrive(socket, live)
    }
    return readable.size > 0
  }

  #arrive(socket: PlenariaSocket, live: LiveMeeting): void {
    const { meetingId, participantId } = socket.data.seat
    socket.data.isPresent = true
    this.#presence.arrive(meetingId, participantId)
    this.#ports.arrived(live, participantId)
    socket.emit('presence', this.#presence.whole(meetingId))
  }

  #publish(live: LiveMeeting, events: WireEvent[]): void {
    for (const event of events) this.#io.to(event.stream).emit('event', event)
    if (events.some((event) => event.type === 'meeting.policiesSet')) this.#presentAnew(live)
    const moved = events.filter((event) => event.type.startsWith('seat.'))
    const isLobby = events.some((event) => event.type === 'lobby.entered' || event.type === 'lobby.left')
    for (const event of moved) this.#replace(event.stream, live)
    if (isLobby) this.#tellLobby(live)
  }

  /** The attribution policy changed: what everybody holds of other people is replaced by what they may see now. */
  #presentAnew(live: LiveMeeting): void {
    for (const stream of commonStreams(live.meeting)) this.#io.to(stream).emit('snapshot', live.snapshot(stream))
  }

  #replace(personStream: StreamName, live: LiveMeeting): void {
    for (const id of this.#io.sockets.adapter.rooms.get(personStream) ?? []) {
      const socket = this.#io.sockets.sockets.get(id)
      if (socket && !this.#place(socket, live)) socket.disconnect(true)
    }
  }

  #tellLobby(live: LiveMeeting): void {
    live.moderators.lobby.forEach(({ participantId }, ahead) => {
      this.#io.to(streams.person(participantId as ParticipantId)).emit('lobby', { ahead })
    })
  }

  async #command({ meetingId, participantId }: Seat, payload: unknown): Promise<CommandAck> {
    try {
      const events = await this.#ports.proceedings.execute(meetingId, participantId, parseCommand(payload))
      return { ok: true, events }
    } catch (error) {
      return { ok: false, problem: problemOf(error, this.#ports) }
    }
  }

  /** What a stream got after a sequence number; a socket that is too far behind gets the whole state. */
  async #resume(socket: PlenariaSocket, payload: unknown): Promise<{ ok: boolean; problem?: CommandAckProblem }> {
    try {
      const { stream, after } = parseOrRefuse(resumeRequest, payload, 'The request')
      const { meetingId, participantId } = socket.data.seat
      const live = await this.#ports.proceedings.meeting(meetingId)
      if (!live?.readableBy(participantId).includes(stream)) {
        throw new ProblemError('forbidden', 'You may not read this stream.')
      }
      const missed = await this.#ports.proceedings.eventsAfter(meetingId, stream, after)
      if (missed.more || after > live.seqOf(stream)) socket.emit('snapshot', live.snapshot(stream))
      else for (const event of missed.events) socket.emit('event', event)
      return { ok: true }
    } catch (error) {
      return { ok: false, problem: problemOf(error, this.#ports) }
    }
  }
}

type CommandAckProblem = Extract<CommandAck, { ok: false }>['problem']
