/**
 * Fields of a case that a command decides, read from the meeting's state as the template's data names them. What the
 * answers look like is the readers'.
 */
import type { TemplateField } from '../vocabulary/vocabulary.ts'
import type { CaseEntry } from './state.ts'

/** An id of a choice, yes or no, the id of a text, a time in ms; null when it was not decided. */
export type DecidedValue = string | number | boolean | null

export function decidedValue(entry: CaseEntry, { decidedBy, entryKey }: TemplateField): DecidedValue {
  // Until the owner has decided, `no` is how the meeting protects the case and nobody's answer.
  if (decidedBy === 'case.setClearance' && entry.clearedAt === null) return null
  const held: Record<string, unknown> = { ...entry }
  const value = entryKey !== undefined && Object.hasOwn(held, entryKey) ? held[entryKey] : null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
