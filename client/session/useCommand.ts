/** Sends commands from a component and keeps what it must show of them: under way, or why refused. */
import { useState } from 'react'
import type { Command } from '../../shared/contracts/commands.ts'
import type { WireEvent } from '../../shared/contracts/events.ts'
import type { Problem } from '../../shared/contracts/problems.ts'
import type { MeetingSession } from './MeetingSession.ts'

export interface CommandRunner {
  /** Gives the events when the command was accepted, else null; then `problem` says why. */
  run: (command: Command) => Promise<readonly WireEvent[] | null>
  isPending: boolean
  problem: Problem | null
  forget: () => void
}

export function useCommand(session: MeetingSession): CommandRunner {
  const [pending, setPending] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  return {
    async run(command) {
      setPending((count) => count + 1)
      setProblem(null)
      const ack = await session.command(command)
      setPending((count) => count - 1)
      if (ack.ok) return ack.events
      setProblem(ack.problem)
      return null
    },
    isPending: pending > 0,
    problem,
    forget: () => setProblem(null),
  }
}
