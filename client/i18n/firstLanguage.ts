/** The language of a first visit: the first of the browser's that we speak, else Spanish. */
import type { Language } from '../../shared/contracts/terms.ts'
import { isLanguage } from './i18n.ts'

export function firstLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = tag.slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  return 'es'
}
