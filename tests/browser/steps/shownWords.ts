/** Every word that a page shows or says to a screen reader, and what of it is in the wrong language or no word at all. */
import type { Page } from 'playwright-core'
import { type Language, languages } from '../../../shared/contracts/terms.ts'
import vocabulary from '../../../shared/vocabulary/vocabulary.json'
import { cataloguesOf } from './words.ts'

/** Texts in sight, and the names, placeholders and hints of controls. */
export async function shownWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = new Set<string>()
    const add = (text: string | null) => {
      if (text?.trim()) words.add(text.trim())
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) add(node.textContent)
      if (!(node instanceof Element)) continue
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'data-placeholder']) add(node.getAttribute(name))
    }
    return [...words]
  })
}

/** What looks like the key of a missing text, or like a text whose values were not filled in. */
export function keysAmong(words: readonly string[]): string[] {
  return words.filter((word) => /^[a-z]\w*([:.][a-zA-Z]\w*)+$/.test(word) || word.includes('{{'))
}

/** Words of another language of the interface that this one does not have. */
export function foreignAmong(words: readonly string[], language: Language): string[] {
  const own = new Set(wordsOf(language))
  const foreign = new Set(languages.flatMap((other) => (other === language ? [] : wordsOf(other))))
  return words.filter((word) => foreign.has(word) && !own.has(word))
}

const known = new Map<Language, string[]>()

/** All whole texts of a language, from the catalogues and the vocabulary. */
function wordsOf(language: Language): string[] {
  const words = known.get(language) ?? [...textsIn(cataloguesOf(language)), ...labelsIn(vocabulary, language)]
  known.set(language, words)
  return words
}

function textsIn(catalogue: unknown): string[] {
  if (typeof catalogue === 'string') return [catalogue]
  return isRecord(catalogue) ? Object.values(catalogue).flatMap(textsIn) : []
}

function labelsIn(data: unknown, language: Language): string[] {
  if (Array.isArray(data)) return data.flatMap((item) => labelsIn(item, language))
  if (!isRecord(data)) return []
  const label = data[language]
  if (typeof label === 'string' && languages.every((other) => typeof data[other] === 'string')) return [label]
  return Object.values(data).flatMap((value) => labelsIn(value, language))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
