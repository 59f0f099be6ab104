/**
 * Typed values of a case: what stands in a field or a cell that is chosen rather than written. A value is replaced as a
 * whole, so two people who choose at once leave one of both choices and never a mixture. Reading is tolerant: what a
 * field's type cannot hold counts as empty.
 */
import type * as Y from 'yjs'

/** Days as `2021-12-13`; a side that is not known is null, and never both. */
export interface DateRange {
  from: string | null
  to: string | null
}

/** A chosen id, a day, a number, yes or no, a span of days; in a cell also its text. */
export type FieldValue = string | number | boolean | DateRange

/** The types of field that hold a value, as the template names them. */
export const valueTypes = ['choice', 'boolean', 'number', 'date', 'daterange'] as const
export type ValueType = (typeof valueTypes)[number]

export function isValueType(type: string): type is ValueType {
  return valueTypes.some((known) => known === type)
}

/** Where the values of a case stand, by `<section>.<field>`. */
export function valuesOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('values')
}

interface ValuePlace {
  section: string
  field: string
}

/** Sets a field's value; null empties it. */
export function setValue(doc: Y.Doc, { section, field }: ValuePlace, value: FieldValue | null): void {
  const key = `${section}.${field}`
  if (value === null) valuesOf(doc).delete(key)
  else valuesOf(doc).set(key, value)
}

export function readValue(doc: Y.Doc, { section, field }: ValuePlace, type: ValueType): FieldValue | null {
  return parseValue(type, valuesOf(doc).get(`${section}.${field}`))
}

/** A stored value as its type allows it; null when there is none. */
export function parseValue(type: ValueType, raw: unknown): FieldValue | null {
  switch (type) {
    case 'choice':
      return typeof raw === 'string' && raw !== '' ? raw : null
    case 'boolean':
      return typeof raw === 'boolean' ? raw : null
    case 'number':
      return typeof raw === 'number' && Number.isFinite(raw) ? raw : null
    case 'date':
      return parseDay(raw)
    case 'daterange':
      return parseRange(raw)
  }
}

function parseRange(raw: unknown): DateRange | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { from, to } = raw as Record<string, unknown>
  const range = { from: parseDay(from), to: parseDay(to) }
  return range.from === null && range.to === null ? null : range
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** Only days that the calendar has: a form that shows them must not fail on a thirtieth of February. */
function parseDay(raw: unknown): string | null {
  if (typeof raw !== 'string' || !dayPattern.test(raw)) return null
  const time = Date.parse(`${raw}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== raw ? null : raw
}
