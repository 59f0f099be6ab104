/** Dates and times as the reader's language writes them, always with 24 hours. */
import type { Language } from '../../shared/contracts/terms.ts'

const locales: Record<Language, string> = { es: 'es-419', en: 'en-GB', pt: 'pt-BR', fr: 'fr-FR' }

/** The locale whose forms a language is written with here. */
export function localeOf(language: Language): string {
  return locales[language]
}

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value)
}

/** A share (0 to 1) in whole percent; it is full only when nothing is missing. */
export function formatPercent(share: number, language: Language): string {
  const percent = new Intl.NumberFormat(locales[language], { style: 'percent' })
  return percent.format(Math.floor(share * 100) / 100)
}

/** A moment as hours and minutes in the meeting's time zone. */
export function formatTime(at: number, timezone: string, language: Language): string {
  return formatter(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: timezone,
  }).format(at)
}

/** The day of a moment in the meeting's time zone, as `2021-12-13`. */
export function dayOf(at: number, timezone: string): string {
  return formatter('en-CA', { timeZone: timezone }).format(at)
}

/** A calendar day (`2021-12-13`) in words. */
export function formatDay(day: string, language: Language): string {
  return dayFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(toUtc(day))
}

/** The days of a meeting in words: one day, or from one to another. */
export function formatDays(startsOn: string, endsOn: string, language: Language): string {
  return dayFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(
    toUtc(startsOn),
    toUtc(endsOn),
  )
}

/** A calendar day (`2021-12-13`) with its year, short enough for a table. */
export function formatDate(day: string, language: Language): string {
  return dayFormat(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(toUtc(day))
}

/** From one calendar day to another; the order of the two does not matter. */
export function formatSpan(from: string, to: string, language: Language): string {
  const [first, last] = [from, to].sort() as [string, string]
  return dayFormat(language, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(toUtc(first), toUtc(last))
}

/** All calendar days of a meeting. */
export function daysBetween(startsOn: string, endsOn: string): string[] {
  const days: string[] = []
  for (let day = toUtc(startsOn); day <= toUtc(endsOn); day += dayMs) {
    days.push(new Date(day).toISOString().slice(0, 'YYYY-MM-DD'.length))
  }
  return days
}

const dayMs = 86_400_000

/** A calendar day has no time zone: it is read and written at the same midnight. */
function toUtc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formatter(locales[language], { ...options, timeZone: 'UTC' })
}

/** Making one takes far longer than using it, and a discussion asks for the day of each of its messages. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}
