/** A payload from HTTP or socket.io as a command, or the problem that says what is wrong with it. */
import { anyCommand, type Command, commandTypes, isCommandType } from '../../shared/contracts/commands.ts'
import { ProblemError, parseOrRefuse } from '../../shared/contracts/problems.ts'

export function parseCommand(payload: unknown): Command {
  const type = typeof payload === 'object' && payload !== null && 'type' in payload ? payload.type : undefined
  if (typeof type === 'string' && !isCommandType(type)) {
    throw new ProblemError('unknown-command', `There is no such command here. Known are: ${commandTypes.join(', ')}.`)
  }
  return parseOrRefuse(anyCommand, payload, 'The command')
}
