/**
 * Commands on their way. Each keeps its `commandId` until it is answered, so that sending it again after a lost
 * connection cannot do it twice. A command is never kept for later: who is offline is told so at once.
 */
import type { Command } from '../../shared/contracts/commands.ts'
import { makeProblem, type Problem } from '../../shared/contracts/problems.ts'
import type { CommandAck } from '../../shared/contracts/realtime.ts'
import { newId } from '../lib/ids.ts'
import { parseAck } from './wire.ts'

type Send = (command: Command, answer: (raw: unknown) => void) => void

interface Waiting {
  command: Command
  resolve: (ack: CommandAck) => void
}

export class Outbox {
  readonly #waiting = new Map<string, Waiting>()
  readonly #send: Send

  constructor(send: Send) {
    this.#send = send
  }

  post(command: Command): Promise<CommandAck> {
    const commandId = command.commandId ?? newId()
    return new Promise((resolve) => {
      this.#waiting.set(commandId, { command: { ...command, commandId }, resolve })
      this.#transmit(commandId)
    })
  }

  /** Sends what was not answered again, on a new connection. */
  repeat(): void {
    for (const commandId of [...this.#waiting.keys()]) this.#transmit(commandId)
  }

  /** Answers what is left with a refusal: there will be no other connection. */
  fail(problem: Problem): void {
    for (const commandId of [...this.#waiting.keys()]) this.#settle(commandId, { ok: false, problem })
  }

  #transmit(commandId: string): void {
    const waiting = this.#waiting.get(commandId)
    if (!waiting) return
    this.#send(waiting.command, (raw) => {
      const unreadable = makeProblem('internal', 'The answer of the server could not be read.')
      this.#settle(commandId, parseAck(raw) ?? { ok: false, problem: unreadable })
    })
  }

  #settle(commandId: string, ack: CommandAck): void {
    const waiting = this.#waiting.get(commandId)
    this.#waiting.delete(commandId)
    waiting?.resolve(ack)
  }
}
