import { describe, expect, it } from 'vitest'
import { dayOf, daysBetween, formatDay, formatDays, formatTime } from './dates.ts'

const midnightInPanama = Date.parse('2021-12-13T05:30:00Z')

describe('dates in words', () => {
  it('write times with 24 hours in the meeting’s own time zone', () => {
    expect(formatTime(midnightInPanama, 'America/Panama', 'en')).toBe('00:30')
    expect(formatTime(midnightInPanama, 'America/Sao_Paulo', 'pt')).toBe('02:30')
  })

  it('take the day from the meeting’s time zone, not the device’s', () => {
    expect(dayOf(midnightInPanama, 'America/Panama')).toBe('2021-12-13')
    expect(dayOf(midnightInPanama, 'America/Los_Angeles')).toBe('2021-12-12')
  })

  it('name calendar days in each language', () => {
    expect(formatDay('2021-12-13', 'es')).toBe('lunes, 13 de diciembre')
    expect(formatDay('2021-12-13', 'fr')).toBe('lundi 13 décembre')
  })

  it('shorten a range and write one day once', () => {
    expect(formatDays('2021-12-13', '2021-12-14', 'es')).toMatch(/^13\s?[–a-]\s?14 de diciembre de 2021$/u)
    expect(formatDays('2021-12-13', '2021-12-13', 'en')).toBe('13 December 2021')
  })

  it('count every day of a meeting, over the end of a month', () => {
    expect(daysBetween('2021-11-29', '2021-12-01')).toEqual(['2021-11-29', '2021-11-30', '2021-12-01'])
  })
})
