import { expect, test } from 'vitest'
import { languages } from '../../shared/contracts/terms.ts'
import type { Words } from './words/catalogue.ts'
import { wordsOf } from './words.ts'

/** Every text of a catalogue by its path, plural forms included. */
function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => {
    const here = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[here, value]] : textsOf(value, here)
  })
}

const placesOf = (words: Words) =>
  Object.fromEntries(textsOf(words).map(([path, text]) => [path, text.match(/\{\w+\}/g) ?? []]))

test('all languages have the same texts with the same places to fill', () => {
  for (const language of languages) expect(placesOf(wordsOf(language))).toEqual(placesOf(wordsOf('en')))
})

test('no text is empty', () => {
  for (const language of languages) {
    for (const [path, text] of textsOf(wordsOf(language))) expect(text, `${language} ${path}`).toMatch(/\S/)
  }
})
