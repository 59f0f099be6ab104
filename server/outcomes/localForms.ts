/** Counts, dates and times as a reader of the report's language expects them. Pure; zone and moment come from outside. */
import type { Language } from '../../shared/contracts/terms.ts'
import { labelOf } from '../../shared/vocabulary/vocabulary.ts'
import type { Plural } from './words/catalogue.ts'

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
  return firstOfMonth(language, format.formatRange(noonOf(startsOn), noonOf(endsOn)))
}

/** `13 de diciembre de 2021` of `2021-12-13`. */
export function formatDay(language: Language, day: string): string {
  const format = new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' })
  return firstOfMonth(language, format.format(noonOf(day)))
}

/** `13 dic` of `2021-12-13`: for the head of a column. */
export function formatShortDay(language: Language, day: string): string {
  const form = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return firstOfMonth(language, new Intl.DateTimeFormat(locales[language], form).format(noonOf(day)))
}

/** French writes the first of a month as an ordinal, which the platform's formats do not. */
function firstOfMonth(language: Language, date: string): string {
  return language === 'fr' ? date.replace(/(?<!\d)1(?=\s\p{L})/gu, '1er') : date
}

export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language]).format(value)
}

/** A country's name: the vocabulary's where it has one, which goes first for anonymized States. */
export function formatCountry(language: Language, code: string): string {
  const label = labelOf('countries', code, language)
  return label === code ? (new Intl.DisplayNames(locales[language], { type: 'region' }).of(code) ?? code) : label
}

/** In the order of the language's alphabet. */
export function inAlphabet<T>(language: Language, items: readonly T[], textOf: (item: T) => string): T[] {
  const { compare } = new Intl.Collator(locales[language])
  return items.toSorted((a, b) => compare(textOf(a), textOf(b)))
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

/** The day of a moment in a time zone. */
export function formatMomentDay(language: Language, ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone }).format(ms)
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
