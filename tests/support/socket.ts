/**
 * A person's socket.io connection as a script would open it: everything that arrives is kept in order, and a test waits
 * for what it expects among it. It folds nothing: that is the client's own code, tested on its own.
 */
import { io, type Socket } from 'socket.io-client'
import type { Command } from '../../shared/contracts/commands.ts'
import type { WireEvent } from '../../shared/contracts/events.ts'
import type {
  ClientToServer,
  CommandAck,
  LobbyPlace,
  Presence,
  ServerToClient,
  Snapshot,
} from '../../shared/contracts/realtime.ts'
import type { Target } from './api.ts'
import { until, within } from './until.ts'

type EventOf<T extends WireEvent['type']> = Extract<WireEvent, { type: T }>

export interface TestSocket {
  socket: Socket<ServerToClient, ClientToServer>
  snapshots: Snapshot[]
  events: WireEvent[]
  presence: Presence[]
  lobby: LobbyPlace[]
  /** Streams that the server said this person left. */
  left: string[]
  /** Every packet as it came in, for what is hunted in bytes. */
  packets: string[]
  /** The latest snapshot of a stream, once there is one. */
  snapshot(stream: string): Promise<Snapshot>
  /** The first event of a type that satisfies the predicate, whether it is here already or still to come. */
  event<T extends WireEvent['type']>(type: T, accepts?: (event: EventOf<T>) => boolean): Promise<EventOf<T>>
  command(payload: Command | Record<string, unknown>): Promise<CommandAck>
  close(): void
}

export interface SocketCredentials {
  token?: string
  /** The seat that a page chose among those of its cookie. */
  seat?: string
  /** What a browser would send: its cookie, the origin of its page. */
  headers?: Record<string, string>
  /** WebSocket alone unless told otherwise. */
  transports?: ('polling' | 'websocket')[]
}

/** Connects with a bearer token, or as a browser would, and waits until the server has let it in. */
export async function connectSocket(target: Target, credentials: string | SocketCredentials): Promise<TestSocket> {
  const { token, seat, headers, transports } =
    typeof credentials === 'string' ? { token: credentials } : { ...credentials }
  const socket: Socket<ServerToClient, ClientToServer> = io(target.url, {
    auth: { ...(token === undefined ? {} : { token }), ...(seat === undefined ? {} : { seat }) },
    extraHeaders: headers ?? {},
    transports: transports ?? ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
  })
  const received = record(socket)
  const connected = new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  try {
    await within(connected, 'socket.io connects')
  } catch (error) {
    socket.close()
    throw error
  }
  return {
    socket,
    ...received,
    snapshot: (stream) =>
      until(() => received.snapshots.findLast((one) => one.stream === stream), `a snapshot of ${stream} arrives`),
    event: <T extends WireEvent['type']>(type: T, accepts: (event: EventOf<T>) => boolean = () => true) => {
      const isWanted = (one: WireEvent): one is EventOf<T> => one.type === type && accepts(one as EventOf<T>)
      return until(() => received.events.find(isWanted), `an event ${type} arrives`)
    },
    command: (payload) =>
      within(new Promise((resolve) => socket.emit('command', payload, resolve)), 'the command is acknowledged'),
    close: () => socket.close(),
  }
}

function record(socket: Socket<ServerToClient, ClientToServer>) {
  const snapshots: Snapshot[] = []
  const events: WireEvent[] = []
  const presence: Presence[] = []
  const lobby: LobbyPlace[] = []
  const left: string[] = []
  const packets: string[] = []
  // The transport is open to listeners from the start: what comes first is not missed.
  socket.io.engine.on('packet', ({ data }) => packets.push(String(data)))
  socket.on('snapshot', (one) => snapshots.push(one))
  socket.on('event', (one) => events.push(one))
  socket.on('presence', (one) => presence.push(one))
  socket.on('lobby', (one) => lobby.push(one))
  socket.on('left', ({ stream }) => left.push(stream))
  return { snapshots, events, presence, lobby, left, packets }
}
