/**
 * The socket of one seat as the session sees it, and the real one over socket.io. The real one reconnects by itself
 * until the server says that coming back cannot help.
 */
import { io } from 'socket.io-client'
import type { Command } from '../../shared/contracts/commands.ts'
import { type Problem, type ProblemCode, problem } from '../../shared/contracts/problems.ts'
import type { ResumeRequest } from '../../shared/contracts/realtime.ts'
import { type Cancel, clock } from '../lib/time.ts'

/** Messages arrive as they are: the session parses them. */
export interface SocketHandlers {
  connected(): void
  /** The connection is gone or could not be made; another attempt follows. */
  lost(): void
  /** The server will not take this seat: no further attempt follows. */
  refused(problem: Problem): void
  snapshot(raw: unknown): void
  event(raw: unknown): void
  presence(raw: unknown): void
  lobby(raw: unknown): void
  left(raw: unknown): void
}

export interface MeetingSocket {
  command(command: Command, answer: (raw: unknown) => void): void
  resume(request: ResumeRequest, answer: (raw: unknown) => void): void
  dispose(): void
}

export type OpenMeetingSocket = (handlers: SocketHandlers) => MeetingSocket

/** Refusals of the handshake that stay the same however often it is tried. */
const finalRefusals: readonly ProblemCode[] = ['unauthorized', 'forbidden', 'not-found', 'foreign-origin']

/** First and longest pause between attempts: soon enough to go unnoticed, spread enough for 300 who come back. */
const firstPauseMs = 500
const longestPauseMs = 5_000

export function openMeetingSocket(seat: string): OpenMeetingSocket {
  return (handlers) => {
    const socket = io({
      auth: { seat },
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: firstPauseMs,
      reconnectionDelayMax: longestPauseMs,
    })
    let cancelRetry: Cancel = () => undefined

    /** socket.io does not come back by itself after the server's own word. */
    function retryUnlessActive(): void {
      handlers.lost()
      if (!socket.active) cancelRetry = clock.after(longestPauseMs, () => socket.connect())
    }

    socket.on('connect', () => handlers.connected())
    socket.on('disconnect', retryUnlessActive)
    socket.on('connect_error', (error: Error & { data?: unknown }) => {
      const refusal = problem.safeParse(error.data)
      if (refusal.success && finalRefusals.includes(refusal.data.code)) handlers.refused(refusal.data)
      else retryUnlessActive()
    })
    socket.on('snapshot', handlers.snapshot)
    socket.on('event', handlers.event)
    socket.on('presence', handlers.presence)
    socket.on('lobby', handlers.lobby)
    socket.on('left', handlers.left)

    return {
      command: (command, answer) => void socket.emit('command', command, answer),
      resume: (request, answer) => void socket.emit('resume', request, answer),
      dispose() {
        cancelRetry()
        socket.off()
        socket.disconnect()
      },
    }
  }
}
