import { expect, test } from 'vitest'
import { languages } from '../../shared/contracts/terms.ts'
import { counted, fill, formatDays, formatHours, formatLanguages, formatTimezone, formatWeekday } from './localForms.ts'
import { wordsOf } from './words.ts'

test('counts agree with their noun in every language', () => {
  const practices = (count: number) =>
    languages.map((language) => counted(language, wordsOf(language).cards.goodPractice, count))
  expect(practices(1)).toEqual(['1 buena práctica', '1 good practice', '1 boa prática', '1 bonne pratique'])
  expect(practices(12)).toEqual(['12 buenas prácticas', '12 good practices', '12 boas práticas', '12 bonnes pratiques'])
  expect(practices(0)).toEqual(['0 buenas prácticas', '0 good practices', '0 boa prática', '0 bonne pratique'])
})

test('days are written as a range once, in the order and words of the language', () => {
  const plain = (text: string) => text.replace(/\s/gu, ' ')
  const days = languages.map((language) => plain(formatDays(language, '2021-12-13', '2021-12-14')))
  expect(days).toEqual([
    '13–14 de diciembre de 2021',
    '13 – 14 December 2021',
    '13 – 14 de dezembro de 2021',
    '13–14 décembre 2021',
  ])
  expect(formatDays('es', '2021-12-13', '2021-12-13')).toBe('13 de diciembre de 2021')
})

test('a weekday begins its line with a capital', () => {
  expect(formatWeekday('fr', '2021-12-13')).toBe('Lundi 13 décembre 2021')
  expect(formatWeekday('pt', '2021-12-13')).toBe('Segunda-feira, 13 de dezembro de 2021')
})

test('hours come from the local time as it was set, also past midnight', () => {
  expect(formatHours('2021-12-13T08:30', 45)).toBe('08:30–09:15')
  expect(formatHours('2021-12-13T23:30:00', 90)).toBe('23:30–01:00')
  expect(formatHours('2021-12-13T08:30', undefined)).toBe('08:30')
})

test('a zone comes with the offset of the day', () => {
  expect(formatTimezone('es', 'America/Panama', '2021-12-13')).toBe('America/Panama (GMT-5)')
  expect(formatTimezone('en', 'Europe/Paris', '2021-07-01')).toBe('Europe/Paris (GMT+2)')
})

test('languages are named in the language of the report', () => {
  expect(formatLanguages('es', ['es', 'pt', 'fr'])).toBe('español, portugués y francés')
})

test('a value that looks like a place is not filled again', () => {
  expect(fill('{a} {b} {c}', { a: '{b}', b: '$&' })).toBe('{b} $& {c}')
})
