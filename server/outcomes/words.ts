/** Finds the fixed words of a report: what words/catalogue.ts describes, in the language asked for. */
import type { Language } from '../../shared/contracts/terms.ts'
import type { Words } from './words/catalogue.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'
import { pt } from './words/pt.ts'

const catalogue: Record<Language, Words> = { es, en, pt, fr }

export function wordsOf(language: Language): Words {
  return catalogue[language]
}
