/** Counts, dates and times as a reader of the report's language expects them. Pure; zone and moment come from outside. */
import type { Language } from '../../shared/contracts/terms.ts'
import type { Plural } from './words.ts'

/** The region decides how dates are written and what a spelling checker accepts. */
export const locales: Record<Language, string> = { es: 'es-MX', en: 'en-GB', pt: 'pt-BR', fr: 'fr-FR' }

/** Fills `{name}` places; values are taken as they are, also where they contain braces. */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

/** The form for this count, with `{count}` filled in. */
export function counted(language: Language, forms: Plural, count: number): string {
  const locale = locales[language]
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other
  return fill(form, { count: new Intl.NumberFormat(locale).format(count) })
}

/** Days of the calendar, `2021-12-13`; equal ones are written once. */
export function formatDays(language: Language, startsOn: string, endsOn: string): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' })
  return format.formatRange(noonOf(startsOn), noonOf(endsOn))
}

/** `Lunes, 13 de diciembre de 2021`, as it begins a line. */
export function formatWeekday(language: Language, day: string): string {
  const locale = locales[language]
  const text = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(noonOf(day))
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

export function formatMoment(language: Language, ms: number, timeZone: string): string {
  const options = { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat(locales[language], options).format(ms)
}

/** `America/Panama (GMT-5)`, with the offset that applies at noon of that day. */
export function formatTimezone(language: Language, timeZone: string, day: string): string {
  const options = { timeZoneName: 'shortOffset', timeZone } as const
  const parts = new Intl.DateTimeFormat(locales[language], options).formatToParts(noonOf(day))
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value
  return offset === undefined ? timeZone : `${timeZone} (${offset})`
}

/** Names of languages, in the order given: `español, portugués y francés`. */
export function formatLanguages(language: Language, named: readonly Language[]): string {
  const names = new Intl.DisplayNames(locales[language], { type: 'language' })
  return new Intl.ListFormat(locales[language]).format(named.map((code) => names.of(code) ?? code))
}

const minutesPerDay = 1_440

/** `08:30–09:00` of a local date and time and a duration; past midnight it goes on at `00:00`. */
export function formatHours(startsAt: string, durationMinutes: number | undefined): string {
  const start = startsAt.slice('2021-12-13T'.length, '2021-12-13T08:30'.length)
  if (durationMinutes === undefined) return start
  const [hours = 0, minutes = 0] = start.split(':').map(Number)
  const end = (hours * 60 + minutes + durationMinutes) % minutesPerDay
  return `${start}–${twoDigits(Math.floor(end / 60))}:${twoDigits(end % 60)}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
