/**
 * JSON lines on stdout. What may be logged: ids, codes, counts, durations, error messages of ours. Never keys, tokens,
 * names or document text: callers pass named fields, and errors are reduced to their name, message and stack.
 */
import { type DestinationStream, pino } from 'pino'
import type { LogLevel } from './config.ts'

type Fields = Record<string, string | number | boolean | null | undefined | Error>

export interface Log {
  debug(fields: Fields, message: string): void
  info(fields: Fields, message: string): void
  warn(fields: Fields, message: string): void
  error(fields: Fields, message: string): void
}

export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` }
  return destination ? pino(options, destination) : pino(options)
}
